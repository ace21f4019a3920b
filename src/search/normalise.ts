/** One writing for what people write in several: width, case, wave dashes, the long vowel at the end of a katakana word. */
import { byCodeUnit } from './code-unit.ts';

/** What Unicode keeps apart although people do not: kinds of dash, of quote, of wave; what is not seen at all goes. */
const variants = /[\p{Cc}\p{Default_Ignorable_Code_Point}〜〰∼‐-―−‘’“”〝-〟ς]/gu;
const written: readonly (readonly [RegExp, string])[] = [
  [/[〜〰∼]/u, '~'],
  [/[‐-―−]/u, '-'],
  [/[‘’]/u, "'"],
  [/[“”〝-〟]/u, '"'],
  // Lower case of Σ at the end of a word.
  [/ς/u, 'σ'],
  [/\p{Cc}/u, ' '],
];

const plainly = (sign: string): string => written.find(([signs]) => signs.test(sign))?.[1] ?? '';

/** サーバー is also written サーバ; of short words (キー, バー) the long vowel is what tells them apart, so it stays. */
const finalLongVowel = /(?<=[ァ-ヺー]{2})ー+(?![ァ-ヺー])/gu;

/** Most words of a program: nothing but their case differs. */
const ascii = /^[ -~]*$/u;

const variant = 1;
const joining = 2;
/** Some of those of two code units are variants; which, the pattern knows. */
const kinds = byCodeUnit(
  [
    [joining, /[\p{M}\p{Grapheme_Extend}\p{Script=Hangul}\r\u0E33\u0EB3]+/gu],
    // Signs that stand before a number and belong to it.
    [joining, /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u0D4E]+/gu],
    [variant, variants],
  ],
  variant,
);

function hasVariants(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (kinds[text.charCodeAt(at)] === variant) return true;
  return false;
}

/** Is each code unit of a text a character as people see it? */
export function isSimple(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (kinds[text.charCodeAt(at)] !== 0) return false;
  return true;
}

/** Ends of lines are by far the most frequent of the variants; one by one they would cost more than all the rest. */
function foldForms(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const lower = text.normalize('NFKC').toLowerCase().replaceAll('\n', ' ');
  return (hasVariants(lower) ? lower.replace(variants, plainly) : lower).normalize('NFKC');
}

/**
 * The form in which texts and queries are compared. Idempotent. Rules: Unicode NFKC and lower case (ＲｅａｃｔＪＳ, ﾀｲﾌﾟ),
 * 〜 and ～ are one, invisible characters go, サーバー is サーバ (JIS Z 8301).
 */
export function fold(text: string): string {
  const folded = foldForms(text);
  return folded.includes('ー') ? folded.replace(finalLongVowel, '') : folded;
}

/** A normalised text whose every code unit knows where it came from. */
export interface Traced {
  readonly text: string;
  /** For each code unit of `text`, and one more for its end: offset in the source. */
  readonly from: readonly number[];
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

interface Piece {
  readonly text: string;
  /** Offset in the source. */
  readonly index: number;
}

/** What can be one character with what stands before it. */
const composable = /^[\p{M}\p{Script=Hangul}]/u;

/** `fold` with the way back to the source, never into the middle of a grapheme; for showing what was found. */
export function foldTraced(source: string): Traced {
  return (isSimple(source) ? tracedAsItStands(source) : null) ?? tracedByGrapheme(source);
}

/** Most texts differ from what they are folded to in case alone, which takes no other place: `null` if this one does not. */
function tracedAsItStands(source: string): Traced | null {
  const text = foldForms(source);
  if (text.length !== source.length || source.normalize('NFKC') !== source) return null;
  return withoutFinalLongVowels(
    text,
    Array.from({ length: source.length + 1 }, (_, at) => at),
  );
}

function tracedByGrapheme(source: string): Traced {
  const pieces: Piece[] = [];
  for (const { segment, index } of graphemes.segment(source)) {
    const piece = { text: foldForms(segment), index };
    const last = composable.test(piece.text) ? pieces.pop() : undefined;
    if (last !== undefined) pieces.push(...composed(last, piece));
    else if (piece.text !== '') pieces.push(piece);
  }
  const from = pieces.flatMap(({ text, index }) => Array.from({ length: text.length }, () => index));
  return withoutFinalLongVowels(pieces.map(({ text }) => text).join(''), [...from, source.length]);
}

/** Something invisible may have kept apart in the source what is one folded: カ and a voiced sound mark are ガ. */
function composed(left: Piece, right: Piece): readonly Piece[] {
  const text = foldForms(left.text + right.text);
  return text === left.text + right.text ? [left, right] : [{ text, index: left.index }];
}

function withoutFinalLongVowels(folded: string, from: readonly number[]): Traced {
  const kept: number[] = [];
  let text = '';
  let start = 0;
  for (const { index, 0: vowel } of folded.matchAll(finalLongVowel)) {
    text += folded.slice(start, index);
    kept.push(...from.slice(start, index));
    start = index + vowel.length;
  }
  return { text: text + folded.slice(start), from: [...kept, ...from.slice(start)] };
}
