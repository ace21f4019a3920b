/** One writing for what people write in several: width, case, wave dashes, the long vowel at the end of a katakana word. */

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const control = /\p{Cc}/gu;
const waves = /[\u301c\u3030\u223c]/gu;
const dashes = /[\u2010-\u2015\u2212]/gu;
const apostrophes = /[\u2018\u2019]/gu;
const quotes = /[\u201c\u201d\u301d-\u301f]/gu;

/** サーバー is also written サーバ; of short words (キー, バー) the long vowel is what tells them apart, so it stays. */
const finalLongVowel = /(?<=[ァ-ヺー]{2})ー+(?![ァ-ヺー])/gu;

/** Forms that differ in width, case or kind of dash alone become one. One character may become several, never none. */
const foldForms = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(control, ' ')
    .replace(waves, '~')
    .replace(dashes, '-')
    .replace(apostrophes, "'")
    .replace(quotes, '"');

/**
 * The form in which texts and queries are compared. Idempotent. Rules: Unicode NFKC and lower case (ＲｅａｃｔＪＳ, ﾀｲﾌﾟ),
 * 〜 and ～ are one, invisible characters go, サーバー is サーバ (JIS Z 8301).
 */
export const fold = (text: string): string =>
  foldForms(text.replace(invisible, '')).replace(finalLongVowel, '');

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
    const piece = foldForms(segment.replace(invisible, ''));
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
