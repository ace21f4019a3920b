/** What one source announces → what it puts on the calendar. */
import { Temporal } from 'temporal-polyfill';
import type { Announcement, ChangedOccurrence, Happening } from '../model.ts';
import { keysOf } from './identity.ts';
import { instantOf, localAt, written } from './local.ts';
import { expand } from './recurrence.ts';

/** The stretch of time that someone asks about. */
export interface Between {
  readonly from: Date;
  readonly to: Date;
}

/** One time that an event takes place: what of it is otherwise than usual, and by which local start the rule knows it. */
interface Occurrence {
  readonly event: Announcement;
  /** `null`: it happens once. */
  readonly on: Temporal.PlainDateTime | null;
}

const DAY = Temporal.Duration.from({ days: 1 });

/** Local and absolute time differ by less, whatever a clock is put forward or back. */
const MARGIN = Temporal.Duration.from({ days: 2 });

/** One a day for a year, leap years included: nothing repeats more than once a day. */
const MOST = 366;

/** The feed that happenings from event files belong to. */
export const FILES = 'files';

/**
 * The happenings of an event that end (or start, where no end is known) after `from` and start before `to`, in
 * order, at most 366, cancelled ones too. A whole day takes all of its day (RFC 5545 §3.6.1), several up to the end
 * of the last one, which is their `end`.
 */
export function occurrences(event: Announcement, between: Between, feed = FILES): readonly Happening[] {
  if (event.start === '') return [];
  const isMeant = (occurrence: Occurrence): boolean => isBetween(occurrence.event, between);
  return [...regular(event, between).filter(isMeant).take(MOST), ...changed(event).filter(isMeant)]
    .map((occurrence) => happening(occurrence, feed))
    .toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start))
    .slice(0, MOST);
}

const isWholeDay = ({ start }: Pick<Announcement, 'start'>): boolean => !start.includes('T');

const local = (time: string): Temporal.PlainDateTime => Temporal.PlainDateTime.from(time);

/** By the calendar and the clock: what ends at nine ends at nine in the night of a jump as well. */
const lengthOf = ({ start, end }: Announcement): Temporal.Duration | null =>
  end === null ? null : local(start).until(local(end), { largestUnit: 'days' });

/** Those that are as the rule says. */
function regular(event: Announcement, { from, to }: Between): IteratorObject<Occurrence> {
  const { zone, repeat: rule, until, except } = event;
  if (rule === null) return [{ event, on: null }].values();
  const start = local(event.start);
  const length = lengthOf(event);
  const earliest = localAt(from, zone).subtract(MARGIN);
  const window = {
    from: length ? earliest.subtract(length) : earliest,
    to: localAt(to, zone).add(MARGIN),
  };
  const otherwise = new Set(event.changes.map(({ on }) => local(on).toString()));
  return expand({ start, rule, until, except, zone }, window)
    .filter((each) => !otherwise.has(each.toString()))
    .map((each) => ({ event: { ...event, ...timesOf(event, each, length) }, on: each }));
}

function timesOf(
  event: Announcement,
  start: Temporal.PlainDateTime,
  length: Temporal.Duration | null,
): Pick<Announcement, 'start' | 'end'> {
  const write = (time: Temporal.PlainDateTime): string =>
    isWholeDay(event) ? time.toPlainDate().toString() : time.toString({ smallestUnit: 'minute' });
  return { start: write(start), end: length && write(start.add(length)) };
}

/** A change without times of its own keeps those that the rule gave it. */
function changed(event: Announcement): readonly Occurrence[] {
  if (event.repeat === null) return [];
  return event.changes.map((change: ChangedOccurrence) => {
    const on = local(change.on);
    return { event: { ...event, ...timesOf(event, on, lengthOf(event)), ...change }, on };
  });
}

function isBetween(event: Announcement, { from, to }: Between): boolean {
  const { start, zone } = event;
  const last = event.end ?? start;
  const over = isWholeDay(event) ? local(last).add(DAY).toPlainDate().toString() : last;
  return instantOf(over, zone) > from.getTime() && instantOf(start, zone) < to.getTime();
}

function happening({ event, on }: Occurrence, feed: string): Happening {
  const day = on?.toPlainDate().toString() ?? event.start.slice(0, 10);
  const write = (time: string): string => (isWholeDay(event) ? time : written(time, event.zone));
  const { title, zone, place, address, online, url, series, number, tags, talks, text } = event;
  const { capacity, accepted, waiting } = event;
  return {
    id: on === null ? event.id : `${event.id}-${day.replaceAll('-', '')}`,
    title,
    start: write(event.start),
    end: event.end && write(event.end),
    zone,
    place,
    address,
    online,
    url,
    status: event.cancelled ? 'cancelled' : 'scheduled',
    sources: [{ feed, url }],
    series,
    number,
    tags,
    capacity,
    accepted,
    waiting,
    talks,
    text,
    inferred: false,
    keys: keysOf({ ...event, day, repeats: on !== null }),
    provenance: {},
    conflicts: [],
    sequence: 0,
  };
}
