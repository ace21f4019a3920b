/** Where a folded text has a word: for ranking it is counted, in an excerpt it is strong. */
import type { Form } from './word.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  /** Not only a piece of a longer word. */
  readonly whole: boolean;
}

export type Find = (text: string) => readonly Span[];

/** No text is worth more for saying a word a thousand times. */
const mostSpans = 50;

const letter = String.raw`[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]]`;
const joint = String.raw`[\-._\/'&@: ]?`;
const notWithin = String.raw`(?<!${letter})`;
const notGoingOn = String.raw`(?!${letter}|\+\+|#(?!${letter}))`;
/** Shorter words would be found across a space: `g o`. */
const shortestLoose = 4;

/** `RegExp.escape` is not in every Node that we support; a hyphen is escaped for the sake of the v flag. */
const escape = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/u, String.raw`\$&`);

/** `powerassert` also finds `power-assert` and `power assert`. */
function loose(text: string): string {
  const characters = Array.from(text).map(escape);
  return characters.join(characters.length >= shortestLoose ? joint : '');
}

function byPattern(source: string, whole: boolean): Find {
  const pattern = new RegExp(source, 'gv');
  return (text) =>
    [...text.matchAll(pattern).take(mostSpans)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      whole,
    }));
}

const katakana = /[ァ-ヺー]/u;

const bothKatakana = (inner: string, outer: string): boolean => katakana.test(inner) && katakana.test(outer);

/** ラスト within イラスト is a piece of another word. */
function goesOn(text: string, { start, end }: Omit<Span, 'whole'>): boolean {
  return (
    bothKatakana(text[start] ?? '', text[start - 1] ?? '') ||
    bothKatakana(text[end - 1] ?? '', text[end] ?? '')
  );
}

const bySubstring =
  (part: string): Find =>
  (text) => {
    const spans: Span[] = [];
    let start = text.indexOf(part);
    while (start !== -1 && spans.length < mostSpans) {
      const span = { start, end: start + part.length };
      spans.push({ ...span, whole: !goesOn(text, span) });
      start = text.indexOf(part, span.end);
    }
    return spans;
  };

const latinOnly = new RegExp(`^[${letter}+#.]+$`, 'v');

const findText = (text: string): Find =>
  latinOnly.test(text) ? byPattern(notWithin + loose(text) + notGoingOn, true) : bySubstring(text);

/** To the letter, but for how its words are spaced. */
const phrasePattern = (text: string): string =>
  notWithin +
  text
    .split(/\s+/u)
    .map((word) => Array.from(word).map(escape).join(''))
    .join(String.raw`\s+`) +
  notGoingOn;

/** How a form is found; a label is not in the text. */
export function finderOf(form: Form): Find {
  if (form.match === 'label') return () => [];
  if (form.match === 'split') return allOf(form.parts.map(findText));
  if (form.match === 'japanese') return bySubstring(form.text);
  if (form.match === 'phrase') return byPattern(phrasePattern(form.text), true);
  return form.match === 'latin'
    ? findText(form.text)
    : byPattern(`${notWithin}${loose(form.text)}${letter}*`, false);
}

/** Nothing unless every part is there. */
const allOf =
  (finders: readonly Find[]): Find =>
  (text) => {
    const found = finders.map((find) => find(text));
    return found.every((spans) => spans.length > 0) ? found.flat() : [];
  };
