/** What is coming: events of their own files, and those that reports mention. */
import { agenda } from '../event/agenda.ts';
import { localAt } from '../event/local.ts';
import { occurrences } from '../event/occurrences.ts';
import type { Between } from '../event/occurrences.ts';
import type { EventFile, Happening } from '../port.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

/** By start; `today` decides which reports are shown and so may be quoted. Whole days are kept until the index is another. */
export function createHappenings(
  shelf: Shelf,
): (between: Between, today: string) => Promise<readonly Happening[]> {
  const expanded = remembered((events: readonly EventFile[], from: number, to: number) =>
    events.flatMap((event) => occurrences(event, { from: new Date(from), to: new Date(to) })),
  );
  return async (between, today) => {
    const events = await shelf.shown('event', today);
    const mentioned = await shelf.shown('mention', today);
    const { from, to } = wholeDays(between);
    const all = [...expanded(events, from, to), ...mentioned];
    return agenda(all.filter((happening) => isWithin(happening, between)));
  };
}

const day = 24 * 60 * 60 * 1000;

/** Expanding what repeats takes most of the time, and who asks again in a minute asks for the same days. */
const wholeDays = ({ from, to }: Between): { readonly from: number; readonly to: number } => ({
  from: Math.floor(from.getTime() / day) * day,
  to: Math.ceil(to.getTime() / day) * day,
});

/** Not over at `from`, and before `to`; a day without a time lasts until its end, several until that of the last. */
function isWithin({ start, end, zone }: Happening, { from, to }: Between): boolean {
  if (start.includes('T'))
    return Date.parse(end ?? start) > from.getTime() && Date.parse(start) < to.getTime();
  return (end ?? start) >= dayOf(from, zone) && start <= dayOf(new Date(to.getTime() - 1), zone);
}

/** Local day, `2026-11-22`. */
export const dayOf = (instant: Date, zone: string): string => localAt(instant, zone).toPlainDate().toString();
