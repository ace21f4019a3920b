/** What is coming: events of their own files, and those that reports mention. */
import { agenda } from '../event/agenda.ts';
import { localAt } from '../event/local.ts';
import { occurrences } from '../event/occurrences.ts';
import type { Between } from '../event/occurrences.ts';
import type { Happening } from '../port.ts';
import type { Shelf } from './shelf.ts';

/** By start; `today` decides which reports are shown and so may be quoted. */
export async function happeningsBetween(
  between: Between,
  shelf: Shelf,
  today: string,
): Promise<readonly Happening[]> {
  const events = await shelf.shown('event', today);
  const mentioned = await shelf.shown('mention', today);
  return agenda([
    ...events.flatMap((event) => occurrences(event, between)),
    ...mentioned.filter((happening) => isWithin(happening, between)),
  ]);
}

/** Not over at `from`, and before `to`; a day without a time lasts until its end. */
function isWithin({ start, end, zone }: Happening, { from, to }: Between): boolean {
  if (start.includes('T'))
    return Date.parse(end ?? start) > from.getTime() && Date.parse(start) < to.getTime();
  return start >= dayOf(from, zone) && start <= dayOf(new Date(to.getTime() - 1), zone);
}

/** Local day, `2026-11-22`. */
export const dayOf = (instant: Date, zone: string): string => localAt(instant, zone).toPlainDate().toString();
