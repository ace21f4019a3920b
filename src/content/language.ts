/** The language that a text is written in. */

/** A text with less than this says too little. */
const MIN_LETTERS = 20;
const SAMPLE = 20_000;

/** Kana are Japanese; code and names are Latin in both languages, so that a few kana decide. */
export function languageOf(text: string): 'ja' | 'en' | null {
  const sample = text.slice(0, SAMPLE);
  const kana = sample.match(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const latin = sample.match(/\p{sc=Latin}/gu)?.length ?? 0;
  if (kana + latin < MIN_LETTERS) return kana > 0 ? 'ja' : null;
  return kana * 20 > latin ? 'ja' : 'en';
}
