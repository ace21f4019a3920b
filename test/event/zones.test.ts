/** Every zone, every change of its clock within a year: what happens weekly across it starts at the right minute. */
import { expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { occurrences } from '../../src/event/occurrences.ts';
import { eventFile } from './event-file.ts';

const YEAR = 2027;
const zones = Intl.supportedValuesOf('timeZone');

/** A change of a clock: what it shows when it happens, and at once afterwards. */
interface Change {
  readonly zone: string;
  readonly before: Temporal.PlainDateTime;
  readonly after: Temporal.PlainDateTime;
  /** The first instant by the new clock. */
  readonly at: Temporal.Instant;
}

const changes: readonly Change[] = zones.flatMap(changesOf);

function changesOf(zone: string): readonly Change[] {
  const found: Change[] = [];
  const begin = Temporal.PlainDateTime.from({ year: YEAR, month: 1, day: 1 }).toZonedDateTime(zone);
  for (
    let next = begin.getTimeZoneTransition('next');
    next?.year === YEAR;
    next = next.getTimeZoneTransition('next')
  ) {
    const at = next.toInstant();
    const { offset } = next.subtract({ seconds: 1 });
    found.push({
      zone,
      at,
      before: at.toZonedDateTimeISO(offset).toPlainDateTime(),
      after: next.toPlainDateTime(),
    });
  }
  return found;
}

/** Minutes from when the clock is changed, by the clock before: into a gap, into an overlap, and around both. */
const DISTANCES = [-61, -1, 0, 29, 59, 60, 12 * 60];

/** The instants of an event that begins a week earlier at the same local time and happens twice more. */
function startsAcross({ zone }: Change, local: Temporal.PlainDateTime): readonly Temporal.Instant[] {
  const start = local.subtract({ days: 7 }).toString({ smallestUnit: 'minute' });
  const around = local.toZonedDateTime('UTC').epochMilliseconds;
  const weeks = { from: new Date(around - 10 * 86_400_000), to: new Date(around + 10 * 86_400_000) };
  const event = eventFile({ zone, start, repeat: 'FREQ=WEEKLY;COUNT=3' });
  return occurrences(event, weeks).map((each) => Temporal.Instant.from(each.start));
}

/**
 * When a local time is, worked out anew by what the clock is changed by: what it jumps over is when the new clock begins,
 * what it shows twice is the first of the two.
 */
function instantOf({ zone, before, after, at }: Change, local: Temporal.PlainDateTime): Temporal.Instant {
  const minutes = (from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): number =>
    from.until(to, { largestUnit: 'minutes' }).minutes;
  const passed = minutes(before, local);
  const jump = minutes(before, after);
  if (Math.abs(passed) > 5 * 24 * 60) return local.toZonedDateTime(zone).toInstant();
  if (passed < 0) return at.add({ minutes: passed });
  return at.add({ minutes: jump > 0 ? Math.max(passed - jump, 0) : passed - jump });
}

test('a year has changes of all kinds to try', () => {
  const shifts = new Set(
    changes.map(({ before, after }) => before.until(after, { largestUnit: 'minutes' }).minutes),
  );
  expect(zones.length).toBeGreaterThan(400);
  expect(changes.length).toBeGreaterThan(200);
  expect([...shifts]).toEqual(expect.arrayContaining([60, -60, 30, -30]));
});

test('what happens weekly across a change starts at the right minute, in every zone', () => {
  const wrong = changes.flatMap((change) =>
    DISTANCES.flatMap((distance) => {
      const local = change.before.add({ minutes: distance }).round({ smallestUnit: 'minute' });
      const wanted = [-7, 0, 7].map((days) => instantOf(change, local.add({ days })).toString());
      const found = startsAcross(change, local).map(String);
      return found.join() === wanted.join()
        ? []
        : [{ zone: change.zone, local: String(local), found, wanted }];
    }),
  );
  expect(wrong).toEqual([]);
}, 60_000);

test('where no clock is changed what happens weekly keeps its time', () => {
  const changing = new Set(changes.map(({ zone }) => zone));
  const wrong = zones.filter((zone) => {
    if (changing.has(zone)) return false;
    const event = eventFile({ zone, start: `${YEAR}-03-01T19:00`, repeat: 'FREQ=WEEKLY;COUNT=3' });
    const all = occurrences(event, {
      from: new Date(Date.UTC(YEAR, 1, 20)),
      to: new Date(Date.UTC(YEAR, 3, 1)),
    });
    return all.map(({ start }) => start.slice(5, 16)).join() !== '03-01T19:00,03-08T19:00,03-15T19:00';
  });
  expect(wrong).toEqual([]);
}, 60_000);
