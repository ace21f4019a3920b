/** What is coming, and what was: events of their own files, those of feeds, and those that reports mention, each once. */
import { isWholeDay } from '../event/fact.ts';
import { localAt } from '../event/local.ts';
import { merge } from '../event/merge.ts';
import { occurrences } from '../event/occurrences.ts';
import type { Between } from '../event/occurrences.ts';
import type { EventFile, Happening } from '../port.ts';
import type { KnownFeed } from './feeds.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

interface Ground {
  /** Local day: it decides which reports are shown and so may be quoted. */
  readonly today: string;
  readonly feeds: readonly KnownFeed[];
}

/** By start. Whole days are kept until the index, or what a feed says, is another. */
export function createHappenings(
  shelf: Shelf,
): (between: Between, ground: Ground) => Promise<readonly Happening[]> {
  const calendarOf = remembered(createCalendar);
  return async (between, { today, feeds }) => {
    const events = await shelf.shown('event', today);
    const mentioned = await shelf.shown('mention', today);
    const all = calendarOf(events, mentioned, feeds)(wholeDays(between));
    return all.filter((happening) => isWithin(happening, between));
  };
}

/** Stretches of time that are kept: those of the agenda, of a page, of one event. */
const mostKept = 8;

/** Expanding what repeats takes most of the time, and who asks again in a minute asks for the same days. */
function createCalendar(
  events: readonly EventFile[],
  mentioned: readonly Happening[],
  feeds: readonly KnownFeed[],
): (between: Between) => readonly Happening[] {
  const kept = new Map<string, readonly Happening[]>();
  const make = (between: Between): readonly Happening[] =>
    merge([
      ...events.flatMap((event) => occurrences(event, between)),
      ...feeds.flatMap(({ name, copy }) => copy.events.flatMap((event) => occurrences(event, between, name))),
      ...mentioned,
    ]);
  return (between) => {
    const key = `${between.from.getTime()} ${between.to.getTime()}`;
    const all = kept.get(key) ?? make(between);
    kept.delete(key);
    kept.set(key, all);
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    return all;
  };
}

const day = 24 * 60 * 60 * 1000;

const wholeDays = ({ from, to }: Between): Between => ({
  from: new Date(Math.floor(from.getTime() / day) * day),
  to: new Date(Math.ceil(to.getTime() / day) * day),
});

/** Not over at `from`, and before `to`; a day without a time lasts until its end, several until that of the last. */
function isWithin({ start, end, zone }: Happening, { from, to }: Between): boolean {
  if (!isWholeDay(start))
    return Date.parse(end ?? start) > from.getTime() && Date.parse(start) < to.getTime();
  return (end ?? start) >= dayOf(from, zone) && start <= dayOf(new Date(to.getTime() - 1), zone);
}

/** Local day, `2026-11-22`. */
export const dayOf = (instant: Date, zone: string): string => localAt(instant, zone).toPlainDate().toString();
