/** Where a folded text has a word: for ranking it is counted, in an excerpt it is strong. */
import type { Form } from './word.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
  /** Not only a piece of a longer word. */
  readonly whole: boolean;
}

/** A folded text, and the same without the joints of its words: what is not in the latter need not be looked for. */
export interface Findable {
  readonly text: string;
  readonly squeezed: string;
}

export type Find = (where: Findable) => readonly Span[];

const joints = /[-._/'&@: ]/gu;

export const findable = (folded: string): Findable => ({
  text: folded,
  squeezed: folded.replace(joints, ''),
});

const nowhere: Find = () => [];

/** How a form is found; a label is not in the text. */
export function finderOf(form: Form): Find {
  if (form.match === 'label') return nowhere;
  if (form.match === 'split') return allOf(form.parts.map(anyScript));
  if (form.match === 'japanese') return substring(form.text);
  if (form.match === 'phrase') return phrase(form.text);
  return form.match === 'latin'
    ? anyScript(form.text)
    : pattern(`${loose(form.text)}${letter}*`, { needs: form.text, whole: false });
}

const letter = String.raw`[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]]`;
const notGoingOn = String.raw`(?!${letter}|\+\+|#(?!${letter}))`;
const letterFirst = new RegExp(`^${letter}`, 'v');
const letterLast = new RegExp(`${letter}$`, 'v');
const latinOnly = new RegExp(`^[${letter}+#.]+$`, 'v');

const anyScript = (text: string): Find =>
  latinOnly.test(text) ? pattern(loose(text) + notGoingOn, { needs: text, whole: true }) : substring(text);

/** To the letter, but for how its words are spaced. */
function phrase(text: string): Find {
  const source = beginning(text, '').replaceAll(/\s+/gu, String.raw`\s+`);
  const [needs = ''] = text.split(/\s/u);
  return pattern(source + (letterLast.test(text) ? notGoingOn : ''), {
    needs,
    whole: true,
  });
}

/** Shorter words would be found across a space: `g o`. */
const shortestLoose = 4;

/** `powerassert` also finds `power-assert` and `power assert`. */
const loose = (text: string): string =>
  beginning(text, text.length >= shortestLoose ? String.raw`[\-._\/'&@: ]?` : '');

/**
 * The characters of a word that does not begin within another. What stands before is looked at after the first character
 * was found: the other way round costs a look at every place of the text.
 */
function beginning(text: string, between: string): string {
  const [first = '', ...others] = Array.from(text, escape);
  const alone = letterFirst.test(text) ? `(?<!${letter}${first})` : '';
  return [first + alone, ...others].join(between);
}

/** `RegExp.escape` is not in every Node that we support. */
const escape = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/&-]/u, String.raw`\$&`);

/** No text is worth more for saying a word a thousand times. */
const mostSpans = 50;

function pattern(source: string, { needs, whole }: { needs: string; whole: boolean }): Find {
  const expression = new RegExp(source, 'gv');
  const bare = needs.replace(joints, '');
  return ({ text, squeezed }) => {
    if (!squeezed.includes(bare)) return [];
    return [...text.matchAll(expression).take(mostSpans)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      whole,
    }));
  };
}

const substring =
  (part: string): Find =>
  ({ text }) => {
    const spans: Span[] = [];
    let start = text.indexOf(part);
    while (start !== -1 && spans.length < mostSpans) {
      const end = start + part.length;
      spans.push({ start, end, whole: !goesOn(text, start, end) });
      start = text.indexOf(part, end);
    }
    return spans;
  };

const bothKatakana = /^[ァ-ヺー]{2}$/u;

/** ラスト within イラスト is a piece of another word. */
const goesOn = (text: string, start: number, end: number): boolean =>
  bothKatakana.test(text.slice(start - 1, start + 1)) || bothKatakana.test(text.slice(end - 1, end + 1));

/** Nothing unless every part is there. */
const allOf =
  (finders: readonly Find[]): Find =>
  (where) => {
    const found = finders.map((find) => find(where));
    return found.every((spans) => spans.length > 0) ? found.flat() : [];
  };
