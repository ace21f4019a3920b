/** What a conversation is about, as far as its words and its time tell: its title, its event, its tags. Nothing is invented. */
import type { Happening, Remark } from '../port.ts';
import { keyOf } from '../search/key.ts';
import { endsAt, startsAt } from '../event/fact.ts';
import { short } from '../view/short.ts';
import { viewText } from '../view/text.ts';
import type { Entry } from './manuscript.ts';

/** Characters of a title. */
const longestTitle = 80;

/** What people called the thread, else its first line that says something; '' where nothing has words. */
export function guessTitle(entries: readonly Entry[], thread: string | null): string {
  const lines = entries.flatMap(({ body }) => viewText(body, 'en').split('\n'));
  const spoken = lines.map((line) => line.replaceAll(/https?:\/\/\S+/gu, '').trim());
  const line = spoken.find((each) => /[\p{L}\p{N}]{2}/u.test(each)) ?? '';
  const title = (thread ?? '').trim() || line || (lines.find((each) => each.trim() !== '') ?? '');
  return short(title.replaceAll(/\s+/gu, ' ').trim(), longestTitle);
}

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly day: string;
}

interface Said {
  /** When it began. */
  readonly at: Date;
  readonly remarks: readonly Remark[];
  readonly title: string | null;
}

interface Guess {
  /** `null`: nothing speaks for one, or as much for several. */
  readonly id: string | null;
  readonly candidates: readonly Candidate[];
}

/** Of those around that time: the one of which most is said, and that goes on then. */
export function guessEvent(happenings: readonly Happening[], said: Said): Guess {
  const words = keyOf([said.title ?? '', ...said.remarks.map(({ body }) => viewText(body, 'en'))].join('\n'));
  const weighed = happenings
    .filter(({ status }) => status === 'scheduled')
    .map((happening) => ({ happening, weight: weightOf(happening, words, said.at) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  const [best, second] = weighed;
  if (best === undefined) return { id: null, candidates: [] };
  if (second === undefined || second.weight < best.weight) return { id: best.happening.id, candidates: [] };
  const alike = weighed.filter(({ weight }) => weight === best.weight);
  return {
    id: null,
    candidates: alike.map(({ happening: { id, title, start } }) => ({ id, title, day: start.slice(0, 10) })),
  };
}

/** Milliseconds before and after an event in which people talk of it as of something that goes on. */
const beside = 3 * 60 * 60_000;

function weightOf(happening: Happening, words: string, at: Date): number {
  const { title, series, talks, number } = happening;
  const isNamed = (text: string | null): boolean =>
    text !== null && keyOf(text).length > 2 && words.includes(keyOf(text));
  const starts = startsAt(happening) - beside;
  const isOn = at.getTime() >= starts && at.getTime() <= endsAt(happening) + beside;
  const named = talks.filter((talk) => isNamed(talk.title)).length;
  return (
    (isNamed(title) ? 4 : 0) +
    (isNamed(series) ? (number === null || isCounted(number, words) ? 2 : 1) : 0) +
    2 * named +
    (isOn ? 3 : 0)
  );
}

/** A number by itself: 1 does not stand in 12. */
const isCounted = (number: number, words: string): boolean =>
  new RegExp(`(?<!\\d)${number}(?!\\d)`, 'u').test(words);

/** Tags at most. */
const mostTags = 8;

/** Tags that the community uses, of which somebody spoke at least twice, or that stand there as `#tag`. */
export function guessTags(entries: readonly Entry[], known: readonly string[]): readonly string[] {
  const text = entries
    .map(({ body }) => viewText(body, 'en'))
    .join('\n')
    .toLowerCase();
  return known
    .map((tag) => ({ tag, count: countOf(tag.toLowerCase(), text) }))
    .filter(({ count }) => count >= 2)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostTags)
    .map(({ tag }) => tag);
}

/** A word in Latin letters stands by itself; in others it may stand among them. */
function countOf(tag: string, text: string): number {
  if (tag.length < 2) return 0;
  const bare = RegExp.escape(tag);
  const word = /^[\x20-\x7e]+$/u.test(tag) ? String.raw`(?<![a-z\d])${bare}(?![a-z\d])` : bare;
  const marked = new RegExp(`#${bare}(?![\\p{L}\\p{N}])`, 'u').test(text) ? 2 : 0;
  return marked + [...text.matchAll(new RegExp(word, 'gu'))].length;
}
