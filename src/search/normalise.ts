/** One writing for what people write in several: width, case, wave dashes, the long vowel at the end of a katakana word. */

/** What Unicode keeps apart although people do not: kinds of dash, of quote, of wave; what is not seen at all goes. */
const variants = /[\p{Cc}\p{Default_Ignorable_Code_Point}〜〰∼‐-―−‘’“”〝-〟]/gu;
const written: readonly (readonly [RegExp, string])[] = [
  [/[〜〰∼]/u, '~'],
  [/[‐-―−]/u, '-'],
  [/[‘’]/u, "'"],
  [/[“”〝-〟]/u, '"'],
  [/\p{Cc}/u, ' '],
];

const plainly = (sign: string): string => written.find(([signs]) => signs.test(sign))?.[1] ?? '';

/** サーバー is also written サーバ; of short words (キー, バー) the long vowel is what tells them apart, so it stays. */
const finalLongVowel = /(?<=[ァ-ヺー]{2})ー+(?![ァ-ヺー])/gu;

const foldForms = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(variants, plainly).normalize('NFKC');

/**
 * The form in which texts and queries are compared. Idempotent. Rules: Unicode NFKC and lower case (ＲｅａｃｔＪＳ, ﾀｲﾌﾟ),
 * 〜 and ～ are one, invisible characters go, サーバー is サーバ (JIS Z 8301).
 */
export const fold = (text: string): string => foldForms(text).replace(finalLongVowel, '');

/** A normalised text whose every code unit knows where it came from. */
export interface Traced {
  readonly text: string;
  /** For each code unit of `text`, and one more for its end: offset in the source. */
  readonly from: readonly number[];
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** `fold` with the way back to the source, grapheme by grapheme; for showing what was found. */
export function foldTraced(source: string): Traced {
  const from: number[] = [];
  let folded = '';
  for (const { segment, index } of graphemes.segment(source)) {
    const piece = foldForms(segment);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) from.push(index);
  }
  from.push(source.length);
  return withoutFinalLongVowels(folded, from);
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
