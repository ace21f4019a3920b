import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { atomsOf, runsOf } from '../../src/search/script.ts';

/** The same, said as a pattern. */
const japanese = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]`;
const letter = String.raw`[[\p{L}\p{N}\p{M}]--${japanese}]`;
const atom = String.raw`${letter}+(?:\+{1,2}(?!${letter})|#(?!${letter}))?`;
const joint = String.raw`[._\-\/'&@:]`;
const runs = new RegExp(`(?<latin>${atom}(?:${joint}${atom})*)|${japanese}+`, 'gv');

const asPattern = (text: string) =>
  Array.from(text.matchAll(runs), ({ 0: run, index, groups }) => ({
    text: run,
    script: groups?.['latin'] === undefined ? 'ja' : 'latin',
    start: index,
  }));

/** Mostly what the rules are about; also halves of characters. */
const writing = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from("ab6+#._-/'&@: 日本のコンー々\u3099é𠮷🐳\u{1d54f}"),
        '++',
        '+x',
        '\ud800',
        '\udc00',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('runs', () => {
  test('are what the pattern says, whatever the text', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(runsOf(text)).toEqual(asPattern(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('know every character of Unicode as the pattern does', () => {
    for (const plane of [0, 1, 2, 3, 0xe]) {
      const text = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCodePoint((plane << 16) + unit));
      // What differs is one text beside another: a hundred thousand objects are compared no faster.
      expect(JSON.stringify(runsOf(text.join(' ')))).toBe(JSON.stringify(asPattern(text.join(' '))));
    }
  });
});

test.each([
  ['docker-compose', ['docker', 'compose']],
  ['c++/f#', ['c++', 'f#']],
  ['8.8', ['8.8']],
  ['v8.8', ['v8', '8']],
  ['node', ['node']],
])('%s is made of %j', (latin, atoms) => {
  expect(atomsOf(latin)).toEqual(atoms);
});
