/** How what is being typed may go on: the index's candidates for a title, the word at the end, and words as people write them. */
import type { Expression } from '../port.ts';
import { findable, finderOf } from './find.ts';
import { keyOf, unique } from './key.ts';
import type { Lexicon } from './lexicon.ts';
import { fold } from './normalise.ts';
import { calledLabel } from './passage.ts';
import { longestToken } from './query.ts';
import { runsOf } from './script.ts';
import type { Run } from './script.ts';
import { bigramsOf, isFiller, joined, segmentsOf } from './segment.ts';
import { readWords } from './word.ts';

const alphabetic = /^[\p{ASCII}\p{Script=Latin}]?$/u;

/** A single letter of an alphabet is the beginning of too much; a single kanji is half a word. */
export const isEnough = (like: string): boolean => !alphabetic.test(keyOf(like));

const called = (term: string, prefix = false): Expression => ({
  term: calledLabel(term),
  prefix,
  in: ['keys'],
});

/** A character alone is a term where a text ends with it, and there only. */
const pairsOf = (text: string): readonly string[] => {
  const all = bigramsOf(text);
  return all.length > 1 ? all.slice(0, -1) : [];
};

const whole = ({ script, text }: Run): Expression =>
  script === 'latin' ? called(joined(text)) : { all: pairsOf(text).map((pair) => called(pair)) };

/** To look through all words that begin like two letters would take longer than to type the third. */
const mostBegun = 8;

/** A word of Latin letters is one of the index that begins so; a single kanji is the beginning of a pair. */
function begun(run: Run, lexicon: Lexicon): Expression {
  const { script, text } = run;
  if (script === 'ja') return Array.from(text).length === 1 ? called(text, true) : whole(run);
  const word = joined(text);
  return { any: [word, ...lexicon.mostUsed(word, mostBegun)].map((each) => called(each)) };
}

/** Has all words in what it is called, the last of them perhaps only begun; `null` where there are none. */
export function calledLike(like: string, lexicon: Lexicon): Expression | null {
  const runs = runsOf(fold(like));
  const last = runs.at(-1);
  return last === undefined ? null : { all: [...runs.slice(0, -1).map(whole), begun(last, lexicon)] };
}

const endings =
  /(?:\p{Script=Han}+|[ァ-ヺー]+|[[\p{L}\p{N}\p{M}+#]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)$/v;

/** Of コンテナの監 it is 監: the word that is being typed; '' if it is none. The text is folded. */
export const lastWord = (text: string): string => endings.exec(text)?.[0] ?? '';

export const isKanji = (word: string): boolean => /^\p{Script=Han}/u.test(word);

const katakana = /^[ァ-ヺー]+$/u;

/** サーバ of the index is サーバー where people write so. */
const katakanaIn = (word: string, text: string): readonly string[] =>
  new RegExp(`(?<![ァ-ヺー])${word}ー?(?![ァ-ヺー])`, 'u').exec(text) ?? [];

function latinIn(word: string, text: string): readonly string[] {
  const lower = text.toLowerCase();
  const [span] = finderOf({ match: 'latin', text: word, weight: 1, why: 'typed' })(findable(lower));
  return span === undefined || lower.length !== text.length ? [] : [text.slice(span.start, span.end)];
}

/** As most of these texts write a word; `null` where none of them has it. */
export function writingOf(word: string, texts: readonly string[]): string | null {
  const find = katakana.test(word) ? katakanaIn : latinIn;
  return mostFrequent(texts.flatMap((text) => find(word, text.normalize('NFKC'))))[0] ?? null;
}

/** Words of Japanese titles that begin with these kanji, those of most of them first. */
export function kanjiWords(like: string, titles: readonly string[]): readonly string[] {
  const words = titles.flatMap((title) =>
    unique(
      runsOf(fold(title))
        .filter(({ script, text: run }) => script === 'ja' && run.includes(like))
        .flatMap(({ text: run }) => segmentsOf(run))
        .filter((word) => word.startsWith(like) && Array.from(word).length > 1 && !isFiller(word)),
    ),
  );
  return mostFrequent(words);
}

const mostFrequent = (items: readonly string[]): readonly string[] =>
  [...Map.groupBy(items, (item) => item)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([item]) => item);

/** A title as a query that finds it before others: as a phrase, if it is more than a word. */
export function queryOf(title: string): string {
  const text = Array.from(title).slice(0, longestToken).join('');
  if (fold(text).includes('"')) return title.replaceAll(/\p{Quotation_Mark}/gu, ' ');
  return readWords([{ text: fold(text), quoted: false }]).length > 1 ? `"${text}"` : title;
}
