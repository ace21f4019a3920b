/** An event file → what it puts on the calendar. */
import { Temporal } from 'temporal-polyfill';
import type { EventFile, Happening } from '../model.ts';
import { atZone, localAt, withOffset } from './local.ts';
import { expand } from './recurrence.ts';

/** The stretch of time that someone asks about. */
export interface Between {
  readonly from: Date;
  readonly to: Date;
}

/** One time that an event takes place, local to its zone; a whole day starts at its midnight. */
interface Occurrence {
  readonly start: Temporal.PlainDateTime;
  readonly end: Temporal.PlainDateTime | null;
}

const DAY = Temporal.Duration.from({ days: 1 });

/** Local and absolute time differ by less, whatever a clock is put forward or back. */
const MARGIN = Temporal.Duration.from({ days: 2 });

/** One a day for a year, leap years included: nothing repeats more than once a day. */
const MOST = 366;

/** The feed that happenings from event files belong to. */
const FEED = 'files';

/**
 * The happenings of an event that end (or start, where no end is known) after `from` and start before `to`, in
 * order, at most 366, cancelled ones too. A whole day takes all of its day (RFC 5545 §3.6.1), several up to the end
 * of the last one, which is their `end`.
 */
export function occurrences(event: EventFile, between: Between): readonly Happening[] {
  if (event.start === '') return [];
  const length = lengthOf(event);
  return startsAround(event, between, length)
    .map((start) => ({ start, end: length && start.add(length) }))
    .filter((occurrence) => isBetween(event, occurrence, between))
    .take(MOST)
    .map((occurrence) => happening(event, occurrence))
    .toArray();
}

const isWholeDay = ({ start }: EventFile): boolean => !start.includes('T');

/** By the calendar and the clock: what ends at nine ends at nine in the night of a jump as well. */
const lengthOf = ({ start, end }: EventFile): Temporal.Duration | null =>
  end === null
    ? null
    : Temporal.PlainDateTime.from(start).until(Temporal.PlainDateTime.from(end), { largestUnit: 'days' });

function startsAround(
  event: EventFile,
  { from, to }: Between,
  length: Temporal.Duration | null,
): IteratorObject<Temporal.PlainDateTime> {
  const { zone, repeat: rule, until, except } = event;
  const start = Temporal.PlainDateTime.from(event.start);
  if (rule === null) return [start].values();
  const earliest = localAt(from, zone).subtract(MARGIN);
  const window = {
    from: length ? earliest.subtract(length) : earliest,
    to: localAt(to, zone).add(MARGIN),
  };
  return expand({ start, rule, until, except, zone }, window);
}

function isBetween(event: EventFile, { start, end }: Occurrence, { from, to }: Between): boolean {
  const last = end ?? start;
  const over = atZone(isWholeDay(event) ? last.add(DAY) : last, event.zone);
  return (
    over.epochMilliseconds > from.getTime() && atZone(start, event.zone).epochMilliseconds < to.getTime()
  );
}

function happening(event: EventFile, { start, end }: Occurrence): Happening {
  const write = isWholeDay(event)
    ? (time: Temporal.PlainDateTime) => time.toPlainDate().toString()
    : (time: Temporal.PlainDateTime) => withOffset(atZone(time, event.zone));
  return {
    id:
      event.repeat === null ? event.id : `${event.id}-${start.toPlainDate().toString().replaceAll('-', '')}`,
    title: event.title,
    start: write(start),
    end: end && write(end),
    zone: event.zone,
    place: event.place,
    address: event.address,
    online: event.online,
    url: event.url,
    status: event.cancelled ? 'cancelled' : 'scheduled',
    sources: [{ feed: FEED, url: event.url }],
    series: event.series,
    number: event.number,
    tags: event.tags,
    capacity: event.capacity,
    accepted: null,
    talks: event.talks,
    inferred: false,
  };
}
