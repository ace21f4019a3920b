/** Cuts a normalised text into the terms that find it: words, joined writings of compounds, and bigrams for Japanese. */
import { widthAt } from './code-unit.ts';
import { recurring } from './recurring.ts';
import { atomsOf, runsOf } from './script.ts';

const hiragana = /^\p{Script=Hiragana}+$/u;
const katakanaRuns = /[ァ-ヺー]+/gu;

/** One term for all writings of a compound: `node.js`, `node-js` and `nodejs` are `nodejs`. */
export const joined: (latin: string) => string = recurring((latin) => atomsOf(latin).join(''));

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Words of a Japanese run, in order. */
export const segmentsOf = (ja: string): readonly string[] =>
  Array.from(segmenter.segment(ja), ({ segment }) => segment);

/** Words that carry no meaning alone: particles and endings. */
export const isFiller = (segment: string): boolean => hiragana.test(segment) && segment.length <= 2;

/** Every two neighbours of a Japanese run, and its last character alone: each substring of it can be found by them. */
export function bigramsOf(ja: string): readonly string[] {
  const bigrams: string[] = [];
  for (let at = 0; at < ja.length;) {
    const next = at + widthAt(ja, at);
    bigrams.push(ja.slice(at, next + widthAt(ja, next)));
    at = next;
  }
  return bigrams;
}

const longestLatin = 64;

/** A compound, its joined writing and its parts: `t_wada` → twada, t, wada. */
export function latinWords(latin: string): readonly string[] {
  const parts = atomsOf(latin);
  const whole = parts.join('').slice(0, longestLatin);
  return parts.length === 1 ? [whole] : [whole, ...parts];
}

/** Segmented words, and katakana runs whole as well: サーバーサイド is found by itself and by its parts. */
function japaneseWords(ja: string): readonly string[] {
  const words = segmentsOf(ja).filter((word) => !isFiller(word));
  const whole = (ja.match(katakanaRuns) ?? []).filter((run) => run.length > 2 && !words.includes(run));
  return [...words, ...whole];
}

/** The words of a normalised text in their order. */
export const wordsOf = (normalised: string): readonly string[] =>
  runsOf(normalised).flatMap(({ text, script }) =>
    script === 'latin' ? latinWords(text) : japaneseWords(text),
  );

/** A run of katakana, and the words that it is made of. */
export const katakanaWords = (run: string): readonly string[] => [run, ...segmentsOf(run)];
