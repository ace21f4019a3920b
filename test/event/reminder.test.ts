/** When it is time to say that an event is near: once, and never too late. */
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { dueBefore, instantBefore, remindedOf, usualMinutes } from '../../src/event/reminder.ts';
import type { KnownEvent } from '../../src/event/plan.ts';
import { knownEvent } from './known-event.ts';

const day = 24 * 60;

const before = (seen: Partial<KnownEvent['seen']>, minutes: number): string | null => {
  const at = instantBefore(knownEvent(seen).seen, minutes);
  return at === null ? null : new Date(at).toISOString();
};

describe('the time before an event', () => {
  test.each<[string, Partial<KnownEvent['seen']>, number, string | null]>([
    ['an hour', { start: '2027-03-10T19:00:00+09:00' }, 60, '2027-03-10T09:00:00.000Z'],
    ['a day', { start: '2027-03-10T19:00:00+09:00' }, day, '2027-03-09T10:00:00.000Z'],
    [
      'a day, and the clock is put forward between',
      { start: '2027-03-28T19:00:00+02:00', zone: 'Europe/Berlin' },
      day,
      '2027-03-27T17:00:00.000Z',
    ],
    [
      'a whole day: nine in the morning of the day before',
      { start: '2027-03-10' },
      day,
      '2027-03-09T00:00:00.000Z',
    ],
    ['a whole day, two days before', { start: '2027-03-10' }, 2 * day, '2027-03-08T00:00:00.000Z'],
    ['a whole day, less than a day before: nobody is woken at night', { start: '2027-03-10' }, 60, null],
    [
      'a whole day, and the clock is put back on it',
      { start: '2027-10-31', zone: 'Europe/Berlin' },
      day,
      '2027-10-30T07:00:00.000Z',
    ],
    [
      'a whole day after one on which the clock was put back',
      { start: '2027-11-01', zone: 'Europe/Berlin' },
      day,
      '2027-10-31T08:00:00.000Z',
    ],
  ])('is %s', (_what, seen, minutes, at) => {
    expect(before(seen, minutes)).toBe(at);
  });

  test('is nine o’clock there, in every zone, also on the days on which its clock is changed', () => {
    const year = Temporal.Instant.from('2027-01-01T00:00:00Z');
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const first = year.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
      const changes = [first, first?.getTimeZoneTransition('next') ?? null];
      const days = changes.map((each) => each?.toPlainDate() ?? Temporal.PlainDate.from('2027-03-10'));
      for (const each of days.flatMap((on) => [on, on.add({ days: 1 })])) {
        const at = instantBefore(knownEvent({ start: each.add({ days: 1 }).toString(), zone }).seen, day);
        const local = Temporal.Instant.fromEpochMilliseconds(at ?? 0).toZonedDateTimeISO(zone);
        expect([zone, local.toPlainDateTime().toString()]).toEqual([zone, `${each.toString()}T09:00:00`]);
      }
    }
  });
});

describe('what is due', () => {
  const event = knownEvent({ start: '2027-03-10T19:00:00+09:00' });
  const passed = (after: string, upTo: string) => ({
    after: Date.parse(`2027-03-${after}+09:00`),
    upTo: Date.parse(`2027-03-${upTo}+09:00`),
  });

  test.each<[string, string, string, number | null]>([
    ['at its minute', '10T17:59', '10T18:00', 60],
    ['not a second time', '10T18:00', '10T18:01', null],
    ['not too early', '10T17:58', '10T17:59', null],
    ['the later one, where both were missed', '09T18:00', '10T18:30', 60],
    ['the earlier one, where only that was missed', '09T18:00', '10T17:30', day],
    ['nothing at the start', '10T17:00', '10T19:00', null],
    ['nothing after it', '10T17:00', '10T19:01', null],
    ['nothing where the clock was put back', '10T18:30', '10T18:00', null],
  ])('is %s', (_what, after, upTo, minutes) => {
    expect(dueBefore(event, usualMinutes, passed(after, upTo))).toBe(minutes);
  });

  test('is nothing for an event that is cancelled', () => {
    const cancelled = knownEvent({ status: 'cancelled' });
    expect(dueBefore(cancelled, usualMinutes, passed('10T17:59', '10T18:00'))).toBeNull();
  });
});

describe('the event of a reminder', () => {
  const reminder = { event: 'a', keys: ['url example.org/1', 'url example.org/1 2027-03-10'] };
  const other = knownEvent({}, { id: 'b', keys: ['url example.org/2'] });

  test('is found by its id', () => {
    expect(remindedOf(reminder, [other, knownEvent({}, { id: 'a' })])?.id).toBe('a');
  });

  test('is found by a name that it has elsewhere, once its id is another', () => {
    expect(remindedOf(reminder, [other, knownEvent({}, { id: 'c', keys: ['url example.org/1'] })])?.id).toBe(
      'c',
    );
  });

  test('is none where none is', () => {
    expect(remindedOf(reminder, [other])).toBeNull();
    expect(remindedOf({ event: 'a', keys: [] }, [knownEvent({}, { id: 'c' })])).toBeNull();
  });
});
