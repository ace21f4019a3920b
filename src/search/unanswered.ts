/** Searches that found nothing: their words and how often, for organisers to see what is missing. Of who asked, nothing. */
import type { Records, State, StateRecord } from '../port.ts';
import { fold } from './normalise.ts';

interface Tally {
  readonly count: number;
  /** Local day on which it was last asked, `2026-11-22`. */
  readonly day: string;
}

export interface Unanswered extends Tally {
  /** As it was searched: normalised. */
  readonly words: string;
}

const kind = 'unanswered';
const mostKept = 200;
const longest = 100;

/** Counts a search that found nothing on a local day. Of too many the fewest are forgotten, and of those the oldest. */
export async function countUnanswered(state: State, text: string, day: string): Promise<void> {
  const key = wordsOf(text);
  if (key === '') return;
  await state.transaction(async (records) => {
    const known = await records.get(kind, key);
    if (known === null) await makeRoom(records);
    const count = (known === null ? 0 : tallyOf(known).count) + 1;
    await records.put({ kind, key, version: known?.version ?? null, value: { count, day } });
  });
}

/** Forgets a search that finds something by now. */
export async function forgetUnanswered(state: State, text: string): Promise<void> {
  const key = wordsOf(text);
  const known = key === '' ? null : await state.get(kind, key);
  // Whoever wrote it in the meantime knows better.
  if (known !== null) await state.put({ ...known, value: null });
}

/** The most frequent first, of those the latest. */
export async function listUnanswered(records: Records): Promise<readonly Unanswered[]> {
  return (await ranked(records)).map((record) => ({ words: record.key, ...tallyOf(record) }));
}

async function makeRoom(records: Records): Promise<void> {
  const surplus = (await ranked(records)).slice(mostKept - 1);
  for (const record of surplus) await records.put({ ...record, value: null });
}

const ranked = async (records: Records): Promise<readonly StateRecord[]> =>
  (await records.list(kind)).toSorted((left, right) => {
    const [one, other] = [tallyOf(left), tallyOf(right)];
    return other.count - one.count || compare(other.day, one.day);
  });

/** What is written alike is counted together. A page of text is no search: its beginning will do. */
const wordsOf = (text: string): string =>
  Array.from(fold(text.toWellFormed()).replaceAll(/\s+/gu, ' ').trim()).slice(0, longest).join('').trim();

/** Nobody else writes records of this kind. */
const tallyOf = ({ value }: StateRecord): Tally => value as Tally;

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
