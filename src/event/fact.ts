/** Plain facts of a happening. */
import { Temporal } from 'temporal-polyfill';
import type { Happening } from '../model.ts';
import { atZone } from './local.ts';

/** A date without a time: `2027-03-10`. */
export const isWholeDay = (start: string): boolean => !start.includes('T');

/** Milliseconds since the epoch; a whole day starts at its midnight. */
export const startsAt = ({ start, zone }: Pick<Happening, 'start' | 'zone'>): number =>
  isWholeDay(start) ? atZone(Temporal.PlainDateTime.from(start), zone).epochMilliseconds : Date.parse(start);

/** Who announces it, of one that has not been merged yet. */
export const feedOf = ({ sources: [source] }: Pick<Happening, 'sources'>): string => source?.feed ?? '';
