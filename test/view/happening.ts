/** Happenings to test with: one that says nothing but its start, and any at all. */
import { array, constantFrom, date, integer, option, record, string, type Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { withOffset } from '../../src/event/local.ts';
import type { Happening } from '../../src/port.ts';

export const happening = (facts: Partial<Happening> = {}): Happening => ({
  id: 'aaaaaaaaaa-20270310',
  title: '夜',
  start: '2027-03-10T19:00:00+09:00',
  end: null,
  zone: 'Asia/Tokyo',
  place: null,
  address: null,
  online: null,
  url: null,
  status: 'scheduled',
  sources: [{ feed: 'files', url: null }],
  series: null,
  number: null,
  tags: [],
  capacity: null,
  accepted: null,
  waiting: null,
  talks: [],
  text: '',
  inferred: false,
  keys: [],
  provenance: {},
  conflicts: [],
  sequence: 0,
  ...facts,
});

const zones = constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia');
const min = new Date('1971-01-01T00:00:00Z');
const max = new Date('2199-01-01T00:00:00Z');
const words = string({ unit: 'binary', minLength: 1, maxLength: 120 });
const url = string({ unit: 'grapheme', maxLength: 30 }).map(
  (path) => `https://example.org/${encodeURIComponent(path.toWellFormed())}`,
);

/** With any text that there is, a length of minutes or days, and a title of visible words. */
export const anyHappening: Arbitrary<Happening> = record({
  id: string({ unit: constantFrom('a', 'b', 'y', 'z', '2', '7'), minLength: 10, maxLength: 10 }),
  title: words,
  place: option(words),
  address: option(words),
  online: option(url),
  url: option(url),
  text: string({ unit: 'binary', maxLength: 400 }),
  tags: array(words, { maxLength: 4 }),
  status: constantFrom('scheduled' as const, 'cancelled' as const),
  sequence: integer({ min: 0, max: 1000 }),
  zone: zones,
  at: date({ min, max, noInvalidDate: true }),
  length: option(integer({ min: 1, max: 5000 })),
  isDay: constantFrom(false, false, true),
}).map(({ at, length, isDay, ...facts }) =>
  happening({ ...facts, title: `T${facts.title}`, ...timesOf({ at, length, isDay, zone: facts.zone }) }),
);

function timesOf(of: {
  readonly at: Date;
  readonly length: number | null;
  readonly isDay: boolean;
  readonly zone: string;
}): Pick<Happening, 'start' | 'end'> {
  const start = Temporal.Instant.fromEpochMilliseconds(minuteOf(of.at)).toZonedDateTimeISO(of.zone);
  const end = of.length === null ? null : start.add({ minutes: of.length });
  if (!of.isDay) return { start: withOffset(start), end: end && withOffset(end) };
  return { start: start.toPlainDate().toString(), end: end && end.toPlainDate().toString() };
}

/** Whole minutes, as events have them. */
const minuteOf = (time: Date): number => Math.floor(time.getTime() / 60_000) * 60_000;
