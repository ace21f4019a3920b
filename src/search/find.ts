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
const squeeze = (text: string): string => text.replace(joints, '');

/** Most texts are asked only what they say plainly: the rest waits until it is needed. */
export function findable(text: string): Findable {
  let squeezed: string | null = null;
  return {
    text,
    get squeezed() {
      return (squeezed ??= squeeze(text));
    },
  };
}

const nowhere: Find = () => [];

/** How a form is found; a label is not in the text. */
export function finderOf(form: Form): Find {
  if (form.match === 'label') return nowhere;
  if (form.match === 'split') return allOf(form.parts.map(anyScript));
  if (form.match === 'japanese') return japanese(form.text);
  if (form.match === 'inflected') return inflected(form.text);
  if (form.match === 'phrase') return phrase(form.text);
  return form.match === 'latin' ? anyScript(form.text) : beginnings(form.text);
}

const letter = String.raw`[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]]`;
const letterFirst = new RegExp(`^${letter}`, 'v');
const letterLast = new RegExp(`${letter}$`, 'v');
const latinOnly = new RegExp(`^[${letter}+#.]+$`, 'v');
/** What goes on after a word: `c` is not in `c++` or `cat`. */
const goingOn = String.raw`${letter}|\+\+|#(?!${letter})`;
const goesOnAt = new RegExp(goingOn, 'vy');
const restOfWord = new RegExp(`${letter}*`, 'vy');

const anyScript = (text: string): Find => (latinOnly.test(text) ? latin(text) : japanese(text));

/** No text is worth more for saying a word a thousand times. */
const mostSpans = 50;

/** Every place of `part` in the text that `spanAt` makes a span of, one after the other. */
function scan(text: string, part: string, spanAt: (start: number) => Span | null): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(part); start !== -1 && spans.length < mostSpans;) {
    const span = spanAt(start);
    if (span !== null) spans.push(span);
    start = text.indexOf(part, span?.end ?? start + part.length);
  }
  return spans;
}

const beginsAt = (text: string, start: number): boolean =>
  start === 0 || !letterLast.test(text.charAt(start - 1));

function endsAt(text: string, end: number): boolean {
  goesOnAt.lastIndex = end;
  return !goesOnAt.test(text);
}

/** A whole word, or where there is none the same with joints: `powerassert` is also `power-assert` and `power assert`. */
function latin(word: string): Find {
  const loosely = loose(word);
  return (where) => {
    const { text } = where;
    const plain = scan(text, word, (start) => {
      const end = start + word.length;
      return beginsAt(text, start) && endsAt(text, end) ? { start, end, whole: true } : null;
    });
    return plain.length > 0 ? plain : loosely(where);
  };
}

/** Words that begin so. */
const beginnings =
  (part: string): Find =>
  ({ text }) =>
    scan(text, part, (start) => {
      if (!beginsAt(text, start)) return null;
      restOfWord.lastIndex = start + part.length;
      restOfWord.test(text);
      return { start, end: Math.max(restOfWord.lastIndex, start + part.length), whole: false };
    });

const bothKatakana = /^[ァ-ヺー]{2}$/u;

/** Anywhere; but ラスト within イラスト is a piece of another word. */
const japanese =
  (part: string): Find =>
  ({ text }) =>
    scan(text, part, (start) => {
      const end = start + part.length;
      const within =
        bothKatakana.test(text.slice(start - 1, start + 1)) ||
        bothKatakana.test(text.slice(end - 1, end + 1));
      return { start, end, whole: !within };
    });

const kanji = /\p{Script=Han}/u;

/** Anywhere; but behind another kanji its own may be the end of another word: 分く within 部分くらい. */
function inflected(part: string): Find {
  const find = japanese(part);
  return (where) =>
    find(where).map((span) => ({ ...span, whole: !kanji.test(where.text.charAt(span.start - 1)) }));
}

/** Shorter words would be found across a space: `g o`. */
const shortestLoose = 4;

function loose(word: string): Find {
  if (word.length < shortestLoose) return nowhere;
  const find = pattern(beginning(word, String.raw`[\-._\/'&@: ]?`) + `(?!${goingOn})`);
  const letters = squeeze(word);
  return (where) => (where.squeezed.includes(letters) ? find(where) : []);
}

/** To the letter, but for how its words are spaced. */
function phrase(text: string): Find {
  const source = beginning(text, '').replaceAll(/\s+/gu, String.raw`\s+`);
  return pattern(source + (letterLast.test(text) ? `(?!${goingOn})` : ''));
}

/**
 * The characters of a word that does not begin within another. What stands before is looked at after the first character
 * was found: the other way round costs a look at every place of the text.
 */
function beginning(text: string, between: string): string {
  const [first = '', ...others] = Array.from(text, escape);
  const alone = letterFirst.test(text) ? `(?<!${letter}${first})` : '';
  return [first + alone, ...others].join(between);
}

/** Outside of brackets these alone may be escaped where the flag is `v`: of others it is an error. */
const escape = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);

function pattern(source: string): Find {
  let compiled: RegExp | null = null;
  return ({ text }) => {
    // Most forms of a query are in no text: their patterns are never needed.
    compiled ??= new RegExp(source, 'gv');
    return [...text.matchAll(compiled).take(mostSpans)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      whole: true,
    }));
  };
}

/** Nothing unless every part is there. */
const allOf =
  (finders: readonly Find[]): Find =>
  (where) => {
    const found = finders.map((find) => find(where));
    return found.every((spans) => spans.length > 0) ? found.flat() : [];
  };
