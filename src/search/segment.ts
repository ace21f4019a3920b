/** Cuts a normalised text into the terms that find it: words, joined writings of compounds, and bigrams for Japanese. */

/** Characters of Japanese words. */
const japanese = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]`;
/** Letters, digits and marks of every other script. */
const letter = String.raw`[[\p{L}\p{N}\p{M}]--${japanese}]`;
/** `c++`, `f#`, `6`: letters with the signs that belong to a name. */
const atom = String.raw`${letter}+(?:\+{1,2}(?!${letter})|#(?!${letter}))?`;
/** What joins atoms: `node.js`, `t_wada`, `http/2`, `docker-compose`, `let's`. */
const joint = String.raw`[._\-\/'&@:]`;

const runs = new RegExp(`(?<latin>${atom}(?:${joint}${atom})*)|(?<ja>${japanese}+)`, 'gv');
const atoms = new RegExp(atom, 'gv');
const version = /^\d+(?:\.\d+)+$/u;
const hiragana = /^\p{Script=Hiragana}+$/u;
const katakanaRuns = /[ァ-ヺー]+/gu;

/** A run of one kind of script, as it stands in the text. */
export interface Run {
  readonly text: string;
  readonly script: 'latin' | 'ja';
  readonly start: number;
}

/** The runs of words in a normalised text; punctuation and signs stand between them. */
export const runsOf = (normalised: string): readonly Run[] =>
  Array.from(normalised.matchAll(runs), ({ 0: text, index, groups }) => ({
    text,
    script: groups?.['latin'] === undefined ? 'ja' : 'latin',
    start: index,
  }));

/** Most words have no joints. */
const plain = /^[a-z\d]+$/u;

/** `docker-compose` → docker, compose; `8.8` is one. */
export const atomsOf = (latin: string): readonly string[] =>
  plain.test(latin) || version.test(latin) ? [latin] : (latin.match(atoms) ?? []);

/** One term for all writings of a compound: `node.js`, `node-js` and `nodejs` are `nodejs`. */
export const joined = (latin: string): string => atomsOf(latin).join('');

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Words of a Japanese run, in order. */
export const segmentsOf = (ja: string): readonly string[] =>
  Array.from(segmenter.segment(ja), ({ segment }) => segment);

/** Words that carry no meaning alone: particles and endings. */
export const isFiller = (segment: string): boolean => hiragana.test(segment) && segment.length <= 2;

/** Every two neighbours of a Japanese run, and its last character alone: each substring of it can be found by them. */
export function bigramsOf(ja: string): readonly string[] {
  const characters = Array.from(ja);
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
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
  const latin: string[] = [];
  const spelt: string[] = [];
  const katakana: string[] = [];
  const pairs: string[] = [];
  found.forEach((run, at) => {
    if (run.script === 'latin') {
      const words = latinWords(run.text);
      latin.push(...words);
      spelt.push(...(words.length > mostParts + 1 ? words.slice(1) : words));
      pairs.push(...withNext(run, found[at + 1], normalised));
      return;
    }
    pairs.push(...bigramsOf(run.text));
    katakana.push(...(run.text.match(katakanaRuns) ?? []));
  });
  return { latin, spelt, katakana, pairs };
}

function withNext({ text, start }: Run, next: Run | undefined, normalised: string): readonly string[] {
  if (next?.script !== 'latin') return [];
  const isNeighbour = next.start === start + text.length + 1 && normalised[next.start - 1] === ' ';
  return isNeighbour ? [joined(text) + joined(next.text)] : [];
}

/** A run of katakana, and the words that it is made of. */
export const katakanaWords = (run: string): readonly string[] => [run, ...segmentsOf(run)];
