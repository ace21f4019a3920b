import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { readTyping } from '../../src/search/typing.ts';

/** `before|like`, more words first. */
const endings = (typed: string): readonly string[] =>
  readTyping(typed).endings.map(({ before, like }) => `${before}|${like}`);

describe('the end of a query', () => {
  test.each([
    ['do', ['|do']],
    ['Build do', ['|build do', 'Build |do']],
    ['a b c d e', ['a |b c d e', 'a b |c d e', 'a b c |d e', 'a b c d |e']],
    ['tag:docker ビルド　ｄｏ', ['tag:docker |ビルド do', 'tag:docker ビルド　|do']],
    ['"two words" do', ['"two words" |do']],
    ['c++', ['|c++']],
  ])('of %j are its last words', (typed, expected) => {
    expect(readTyping(typed).filter).toBeNull();
    expect(endings(typed)).toEqual(expected);
  });

  test.each([
    ['build tag:Do', 'tag', 'build |do'],
    ['build ｔａｇ：ｄｏ', 'tag', 'build |do'],
    ['tag: do', 'tag', '|do'],
    ['tag:', 'tag', '|'],
    ['tag: ', 'tag', '|'],
    ['series:"Docker Meet', 'series', '|docker meet'],
    ['series:"Docker Meet"', 'series', '|docker meet'],
    ['year:20', 'year', '|20'],
  ])('of %j is the value of a filter', (typed, filter, expected) => {
    expect(readTyping(typed).filter).toBe(filter);
    expect(endings(typed)).toEqual([expected]);
  });

  test.each(['', ' ', 'docker ', '"docker', '"docker meet', 'docker"', '"docker"', '…', '@'])(
    'of %j is nothing to be completed',
    (typed) => {
      expect(readTyping(typed)).toEqual({ filter: null, endings: [], word: null });
    },
  );

  test('keeps what stands before it as it was typed, whatever that is', () => {
    assert(
      property(string({ unit: 'grapheme' }), (typed) => {
        for (const { before } of readTyping(typed).endings) expect(typed.startsWith(before)).toBe(true);
      }),
    );
  });
});
