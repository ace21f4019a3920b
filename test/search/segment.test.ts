import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runsOf } from '../../src/search/script.ts';
import { bigramsOf, katakanaWords, wordsOf } from '../../src/search/segment.ts';

describe('wordsOf', () => {
  test.each([
    ['c++ と f#', 'c++'],
    ['c++ と f#', 'f#'],
    ['node.js', 'nodejs'],
    ['http/2', 'http2'],
    ['docker-compose', 'dockercompose'],
    ['docker-compose', 'compose'],
    ['t_wada', 'twada'],
    ['ghc 8.8', '8.8'],
    ['docker meetup tokyo#6', '6'],
    ['c#勉強会', 'c#'],
    ['サーバサイドレンダリング', 'サーバサイドレンダリング'],
    ['コンテナの監視', '監視'],
  ])('%s has the word %s', (text, word) => {
    expect(wordsOf(text)).toContain(word);
  });

  test('what is joined in the text is not cut out of words: javascript has no java', () => {
    expect(wordsOf('javascript reactive')).toEqual(['javascript', 'reactive']);
  });

  test('particles are no words', () => {
    expect(wordsOf('コンテナの監視を')).not.toContain('の');
  });

  test('a word of a megabyte stays short', () => {
    expect(Math.max(...wordsOf('a'.repeat(1_000_000)).map((word) => word.length))).toBeLessThanOrEqual(64);
  });
});

describe('pieces of Japanese runs', () => {
  test('are katakana words', () => {
    expect(katakanaWords('サーバサイド')).toEqual(['サーバサイド', 'サーバ', 'サイド']);
  });

  test('are bigrams, in which characters outside the basic plane are not cut in half', () => {
    expect(bigramsOf('𠮷野家')).toEqual(['𠮷野', '野家', '家']);
  });
});

test('runs stand in the text where they say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const run of runsOf(text)) expect(text.startsWith(run.text, run.start)).toBe(true);
    }),
  );
});
