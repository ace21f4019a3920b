/** Offsets are kept by the day: it makes no difference to what a local time is, in any zone, on any day. */
import { expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { atZone, instantOf, withOffset, written } from '../../src/event/local.ts';

const zones = Intl.supportedValuesOf('timeZone');

const exactly = (local: Temporal.PlainDateTime, zone: string): string => withOffset(atZone(local, zone));

const minutesOf = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: 'minute' });

test('any time of any day is what it would be by itself: 2,000 times', () => {
  const minutes = integer({ min: 0, max: 200 * 366 * 24 * 60 });
  assert(
    property(constantFrom(...zones), minutes, (zone, after) => {
      const local = Temporal.PlainDateTime.from('1900-01-01T00:00').add({ minutes: after });
      expect(written(minutesOf(local), zone)).toBe(exactly(local, zone));
    }),
    { numRuns: 2000 },
  );
});

test('so is every half hour around a change of the clock, and midnight where it is left out', () => {
  const changed = [
    ['America/Sao_Paulo', '2018-11-04'],
    ['Africa/Cairo', '2026-04-24'],
    ['America/Havana', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Pacific/Apia', '2011-12-30'],
    ['Europe/Berlin', '2026-10-25'],
    ['Asia/Tokyo', '1951-09-08'],
  ] as const;
  for (const [zone, day] of changed)
    for (let half = -48; half < 96; half += 1) {
      const local = Temporal.PlainDateTime.from(day).add({ minutes: 30 * half });
      expect([zone, written(minutesOf(local), zone)]).toEqual([zone, exactly(local, zone)]);
    }
});

test('a day alone is its midnight; seconds are kept', () => {
  expect(written('2027-03-10', 'Asia/Tokyo')).toBe('2027-03-10T00:00:00+09:00');
  expect(written('2027-03-10T19:00:30', 'Asia/Tokyo')).toBe('2027-03-10T19:00:30+09:00');
  expect(instantOf('2027-03-10T19:00', 'Asia/Tokyo')).toBe(Date.parse('2027-03-10T10:00:00Z'));
});
