/** Cuts a normalised text into the terms that find it: words, joined writings of compounds, and bigrams for Japanese. */
import { widthAt } from './code-unit.ts';
import { recurring } from './recurring.ts';
import { atomsOf, runsOf } from './script.ts';
import type { Run } from './script.ts';

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
function latinWords(latin: string): readonly string[] {
  const parts = atomsOf(latin);
  const whole = parts.join('').slice(0, longestLatin);
  return parts.length === 1 ? [whole] : [whole, ...parts];
}

/** What has more parts is an address or a path: nobody types it wrong, its parts are words. */
const mostParts = 3;

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

/** What finds a text. */
export interface Cut {
  /** Latin words, compounds also by their parts. */
  readonly latin: readonly string[];
  /** Those of them that somebody may have meant or misspelt. */
  readonly spelt: readonly string[];
  /** Runs of katakana, uncut. */
  readonly katakana: readonly string[];
  /**
   * What finds a text where its words do not: bigrams of Japanese runs (東京 in 東京都), and neighbouring Latin words
   * written as one (`web socket` is also `websocket`).
   */
  readonly pairs: readonly string[];
}

/** Cuts a normalised text for the index; no dictionary is asked, since any piece of a Japanese run may be looked for. */
export function cut(normalised: string): Cut {
  const found = runsOf(normalised);
  const parts = { latin: [], spelt: [], katakana: [], pairs: [] } satisfies Cut as Parts;
  found.forEach((run, at) => {
    if (run.script === 'ja') cutJapanese(run.text, parts);
    else cutLatin(run, followedBy(run, found[at + 1], normalised), parts);
  });
  return parts;
}

type Parts = { readonly [Part in keyof Cut]: string[] };

const usualLatinWords = recurring(latinWords);

function cutLatin({ text }: Run, next: string | null, { latin, spelt, pairs }: Parts): void {
  const words = usualLatinWords(text);
  for (const word of words) latin.push(word);
  for (const word of words.length > mostParts + 1 ? words.slice(1) : words) spelt.push(word);
  if (next !== null) pairs.push(joined(text) + joined(next));
}

/** The Latin word behind a space. */
function followedBy({ text, start }: Run, next: Run | undefined, normalised: string): string | null {
  if (next?.script !== 'latin') return null;
  const isNeighbour = next.start === start + text.length + 1 && normalised[next.start - 1] === ' ';
  return isNeighbour ? next.text : null;
}

function cutJapanese(ja: string, { katakana, pairs }: Parts): void {
  for (const bigram of bigramsOf(ja)) pairs.push(bigram);
  for (const run of ja.match(katakanaRuns) ?? []) katakana.push(run);
}

/** A run of katakana, and the words that it is made of. */
export const katakanaWords = (run: string): readonly string[] => [run, ...segmentsOf(run)];
