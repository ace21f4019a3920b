/** The words of a query, each with the forms in which a text may have it. */
import type { Why } from '../port.ts';
import { okuriganaOf } from './conjugation.ts';
import { readDate } from './date.ts';
import { label } from './key.ts';
import type { Chunk } from './query.ts';
import { atomsOf, runsOf } from './script.ts';
import type { Run } from './script.ts';
import { isFiller, joined, segmentsOf } from './segment.ts';

/**
 * How a word may stand in a text.
 * `latin`: as a whole word, its joints aside (`power assert` is `powerassert`). `prefix`: a Latin word begins so.
 * `japanese`, `phrase`: to the letter. `inflected`: so, and behind another kanji a piece of a word. `split`: its parts do. `label`: the passage has the label.
 */
export type Form = (
  | { readonly match: 'latin' | 'japanese' | 'inflected' | 'phrase' | 'label'; readonly text: string }
  /** `words`: those of the index that begin so. */
  | { readonly match: 'prefix'; readonly text: string; readonly words: readonly string[] }
  | { readonly match: 'split'; readonly parts: readonly string[] }
) & {
  /** How much of the word it is worth. */
  readonly weight: number;
  readonly why: Why;
};

export interface Word {
  readonly text: string;
  /** What was typed comes first; its weight is 1. */
  readonly forms: readonly Form[];
  /** Quoted: what lacks it is no hit. */
  readonly required: boolean;
}

/** `#6`, `第6回`, `vol.6`, `6`: which meetup of a series. */
const ordinal =
  /(?:第|#|その|(?<![a-z])(?:vol|no|ver)\.?)\s?(\d{1,4})(?:[回弾期]|時限目)?|(\d{1,4})(?:[回弾期]|時限目)|^(\d{1,3})$/u;

const worth = { ordinalText: 0.3, split: 0.5, script: 0.7, prefix: 0.25 } as const;

/** Shorter beginnings are beginnings of too much. */
export const shortestPrefix = 4;

/** The words of a query in its order; a quoted phrase is one of them. */
export function readWords(chunks: readonly Chunk[]): readonly Word[] {
  const words = chunks.flatMap(wordsOf);
  return words.map((word, at) => withNeighbours(word, words[at - 1], words[at + 1]));
}

function wordsOf({ text, quoted, date }: Chunk): readonly Word[] {
  if (date !== undefined) return [toldDate(text, date)];
  return quoted ? phrase(text) : wordsOfChunk(text);
}

const phrase = (text: string): readonly Word[] =>
  runsOf(text).length === 0
    ? []
    : [{ text, forms: [{ match: 'phrase', text, weight: 1, why: 'typed' }], required: true }];

function wordsOfChunk(chunk: string): readonly Word[] {
  const date = readDate(chunk);
  if (date !== null) return [dateWord(chunk, date)];
  const found = ordinal.exec(chunk);
  if (found === null) return runsOf(chunk).flatMap(wordsOfRun);
  const number = found[1] ?? found[2] ?? found[3] ?? '';
  const end = found.index + found[0].length;
  return [
    ...wordsOfChunk(chunk.slice(0, found.index)),
    ordinalWord(found[0], String(Number(number))),
    ...wordsOfChunk(chunk.slice(end)),
  ];
}

const dateWord = (text: string, date: string): Word => ({
  text,
  required: false,
  forms: [
    { match: 'label', text: label('when', date), weight: 1, why: 'label' },
    ...(runsOf(text).length === 1
      ? [{ match: 'latin', text: joined(text), weight: worth.script, why: 'typed' } as const]
      : []),
  ],
});

/** A text that says 去年 means another year, most likely. */
const toldDate = (text: string, date: string): Word => ({
  text,
  required: false,
  forms: [
    { match: 'label', text: label('when', date), weight: 1, why: 'label' },
    { match: 'phrase', text, weight: worth.ordinalText, why: 'typed' },
  ],
});

const ordinalWord = (text: string, number: string): Word => ({
  text,
  required: false,
  forms: [
    { match: 'label', text: label('number', number), weight: 1, why: 'label' },
    { match: 'latin', text: number, weight: worth.ordinalText, why: 'typed' },
  ],
});

const wordsOfRun = ({ text, script }: Run): readonly Word[] =>
  script === 'latin' ? [latinWord(text)] : japaneseWords(text);

/** Libraries are called with and without it: `vue`, `vue.js`, `vuejs`. */
const scriptSuffix = /^(.{2,}?)js$/u;

function latinWord(text: string): Word {
  const whole = joined(text);
  const parts = atomsOf(text);
  const bare = scriptSuffix.exec(whole)?.[1];
  const forms: Form[] = [{ match: 'latin', text: whole, weight: 1, why: 'typed' }];
  if (bare !== undefined) forms.push({ match: 'latin', text: bare, weight: worth.script, why: 'joint' });
  else forms.push({ match: 'latin', text: `${whole}js`, weight: 1, why: 'joint' });
  if (parts.length > 1) forms.push({ match: 'split', parts, weight: worth.split, why: 'parts' });
  if (whole.length >= shortestPrefix)
    forms.push({ match: 'prefix', text: whole, words: [], weight: worth.prefix, why: 'beginning' });
  return { text, forms, required: false };
}

const hiragana = /^\p{Script=Hiragana}+$/u;

/**
 * Compound nouns stay whole (正規表現); particles and endings cut them and go (面接を突破). In hiragana alone they can not
 * be told from the letters of a name: of やまだはなこ the は is none.
 */
function japaneseWords(run: string): readonly Word[] {
  if (hiragana.test(run)) return [japaneseWord(run)];
  const words: string[] = [];
  let open = '';
  let kana: string[] = [];
  const close = (): void => {
    words.push(...stretchWords(open, kana));
    open = '';
    kana = [];
  };
  for (const segment of segmentsOf(run)) {
    if (/^\p{Script=Hiragana}/u.test(segment)) kana.push(segment);
    else {
      if (kana.length > 0) close();
      open += segment;
    }
  }
  close();
  return (words.length === 0 ? [run] : words).map(japaneseWord);
}

/** A single kanji means next to nothing without its okurigana: 速 of 速かった, 新し of 新しかった. */
const kanjiLast = /(?<!\p{Script=Han})\p{Script=Han}(?<own>\p{Script=Hiragana}{0,2})$/u;

/** A compound, and what follows it in hiragana. */
function stretchWords(open: string, kana: readonly string[]): readonly string[] {
  const { own } = kanjiLast.exec(open)?.groups ?? {};
  if (own !== undefined) {
    const stem = open.slice(0, open.length - own.length);
    const okurigana = okuriganaOf(stem, own + kana.join(''));
    if (okurigana.length > own.length) return [stem + okurigana];
  }
  return [open, ...kana.filter((segment) => !isFiller(segment))].filter((word) => word !== '');
}

function japaneseWord(text: string): Word {
  const parts = segmentsOf(text).filter((segment) => !isFiller(segment));
  const whole: Form = { match: 'japanese', text, weight: 1, why: 'typed' };
  const split: Form = { match: 'split', parts, weight: worth.split, why: 'parts' };
  return { text, forms: parts.length > 1 ? [whole, split] : [whole], required: false };
}

const latinText = (word: Word | undefined): string | null => {
  const form = word?.forms[0];
  return form?.match === 'latin' ? form.text : null;
};

/** `docker con` is also DockerCon: written as one, it stands for both words. */
function withNeighbours(word: Word, before: Word | undefined, after: Word | undefined): Word {
  const own = latinText(word);
  if (own === null) return word;
  const left = latinText(before);
  const right = latinText(after);
  const glued = [...(left === null ? [] : [left + own]), ...(right === null ? [] : [own + right])].map(
    (text): Form => ({ match: 'latin', text, weight: 1, why: 'joint' }),
  );
  return { ...word, forms: [...word.forms, ...glued] };
}
