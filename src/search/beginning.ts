/** What a text begins like: it is known by what one has typed of any of its words. */
import { keyOf } from './key.ts';
import { fold } from './normalise.ts';

/** Texts as `keyOf` writes them, each between two line ends, and where their words begin. */
export interface Beginnings {
  readonly letters: string;
  readonly starts: readonly number[];
}

const letter = String.raw`[\p{L}\p{N}\p{M}+#]`;
const scripts = [
  String.raw`\p{Script=Han}`,
  String.raw`\p{Script=Hiragana}`,
  String.raw`[\p{Script=Katakana}ー]`,
];
const stretches = [
  ...scripts.map((script) => `[${script}&&${letter}]+`),
  `[${letter}--[${scripts.join('')}]]+`,
];

/** A word; as Japanese has no spaces, a stretch of one of its scripts: コンテナの監視 is three. */
const word = new RegExp(stretches.join('|'), 'gv');

/** Of all the writings of one thing. */
export function beginningsOf(writings: readonly string[]): Beginnings {
  const starts: number[] = [];
  let letters = '\n';
  for (const writing of writings) {
    for (const [text] of fold(writing).matchAll(word)) {
      starts.push(letters.length);
      letters += text;
    }
    letters += '\n';
  }
  return { letters, starts };
}

type Test = (beginnings: Beginnings) => boolean;

/** Does a word, with what follows it, begin like that? Everything begins like nothing. */
export function beginningLike(typed: string): Test {
  const wanted = keyOf(typed);
  return ({ letters, starts }) => wanted === '' || starts.some((start) => letters.startsWith(wanted, start));
}

/** Is that all that one of the writings says? */
export function allOf(typed: string): Test {
  const wanted = `\n${keyOf(typed)}\n`;
  return ({ letters }) => letters.includes(wanted);
}
