import { describe, expect, test } from '@jest/globals';
import { array, assert, boolean, constantFrom, integer, property, tuple } from 'fast-check';
import { seenOf } from '../../src/event/change.ts';
import { startsAt } from '../../src/event/fact.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import { dueBefore, instantBefore, usualMinutes } from '../../src/event/reminder.ts';
import type { Happening } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const happening = (start: string, zone = 'Asia/Tokyo'): Happening => {
  const [only] = occurrences(eventFile({ start, zone }), { from: new Date(0), to: new Date('2100-01-01') });
  if (only === undefined) throw new Error('it never happens');
  return only;
};

const eventAt = (start: string, zone?: string) => ({ seen: seenOf(happening(start, zone)) });

const instant = (time: string): number => Date.parse(time);

describe('the moment of a reminder', () => {
  test('is so many minutes before the start, by the clock of the world', () => {
    const { seen } = eventAt('2027-03-28T09:00', 'Europe/Berlin');
    // The clock was put forward in that night: a day before is 24 hours, and so an hour earlier by the wall.
    expect(instantBefore(seen, 24 * 60)).toBe(instant('2027-03-27T08:00:00+01:00'));
    expect(instantBefore(seen, 60)).toBe(instant('2027-03-28T08:00:00+02:00'));
  });

  test('of a day without a time is nine in the morning of the day before: nobody is woken at midnight', () => {
    const { seen } = eventAt('2027-03-28', 'Europe/Berlin');
    expect(instantBefore(seen, 24 * 60)).toBe(instant('2027-03-27T09:00:00+01:00'));
    expect(instantBefore(seen, 60)).toBeNull();
  });
});

describe('what is due', () => {
  const event = eventAt('2027-03-10T19:00');
  const start = startsAt(event.seen);
  const minute = 60_000;

  test('is nothing of what is called off, and nothing once it has begun', () => {
    const passed = { after: start - 61 * minute, upTo: start - 59 * minute };
    expect(dueBefore(event, usualMinutes, passed)).toBe(60);
    const cancelled = { seen: { ...event.seen, status: 'cancelled' as const } };
    expect(dueBefore(cancelled, usualMinutes, passed)).toBeNull();
    expect(dueBefore(event, usualMinutes, { after: start - 61 * minute, upTo: start })).toBeNull();
  });

  test('is due once, whenever one looks, however late, and also where the clock is put back', () => {
    const steps = array(tuple(integer({ min: -200, max: 2000 }), boolean()), { maxLength: 60 });
    assert(
      property(steps, constantFrom(usualMinutes, [60], [1440]), (looks, minutes) => {
        let [now, after] = [start - 3 * 24 * 60 * minute, start - 3 * 24 * 60 * minute];
        const told: number[] = [];
        for (const [step] of looks) {
          now += step * minute;
          const due = dueBefore(event, minutes, { after, upTo: now });
          if (due !== null) told.push(due);
          if (due !== null) expect(now).toBeLessThan(start);
          // As the round notes it: time that has been looked at is not looked at again.
          after = Math.max(after, now);
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told.every((each) => minutes.includes(each))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is missed by nobody who looks every minute', () => {
    const told: number[] = [];
    for (let now = start - 2 * 24 * 60 * minute; now < start + 10 * minute; now += minute) {
      const due = dueBefore(event, usualMinutes, { after: now - minute, upTo: now });
      if (due !== null) told.push(due);
    }
    expect(told).toEqual([1440, 60]);
  });
});
