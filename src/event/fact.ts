/** Plain facts of a happening. */
import { Temporal } from 'temporal-polyfill';
import type { Happening } from '../model.ts';
import { instantOf } from './local.ts';

/** Milliseconds that an event takes of which nobody says when it ends. */
export const USUAL_LENGTH = 2 * 60 * 60_000;

/** A date without a time: `2027-03-10`. */
export const isWholeDay = (start: string): boolean => !start.includes('T');

/** Milliseconds since the epoch; a whole day starts at its midnight. */
export const startsAt = ({ start, zone }: Pick<Happening, 'start' | 'zone'>): number =>
  isWholeDay(start) ? instantOf(start, zone) : Date.parse(start);

/** Milliseconds since the epoch at which it is over: its start, where nobody says; a whole day lasts until its midnight. */
export const endsAt = ({ start, end, zone }: Pick<Happening, 'start' | 'end' | 'zone'>): number => {
  const last = end ?? start;
  if (!isWholeDay(last)) return Date.parse(last);
  return instantOf(Temporal.PlainDate.from(last).add({ days: 1 }).toString(), zone);
};

/** Who announces it, of one that has not been merged yet. */
export const feedOf = ({ sources: [source] }: Pick<Happening, 'sources'>): string => source?.feed ?? '';
