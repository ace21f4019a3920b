/** When a digest is due, by hand: what a schedule means where clocks are changed and years end. */
import { describe, expect, test } from '@jest/globals';
import { latestSlot, nextSlots } from '../../src/digest/slot.ts';

const slotAfter = (schedule: string, zone: string, after: string) => {
  const [slot] = nextSlots(schedule, zone, new Date(after), 1);
  return slot && { ...slot, at: slot.at.toISOString() };
};

describe('the period of a slot', () => {
  test.each([
    ['0 9 * * 1', '2027-W09', '2027-03-01'],
    ['0 9 * * 0', '2027-W09', '2027-03-07'],
    ['0 9,18 * * 1', '2027-W09', '2027-03-01'],
    ['0 9 * * 1,4', '2027-03-01', '2027-03-01'],
    ['0 9 * * *', '2027-03-01', '2027-03-01'],
    ['0 9 1 * *', '2027-03-01', '2027-03-01'],
    ['0 9 * * 1#1', '2027-03-01', '2027-03-01'],
    ['0 9 L * *', '2027-03-31', '2027-03-31'],
    ['0 9 * 3 1', '2027-03-01', '2027-03-01'],
    ['0 9 1 * 1', '2027-03-01', '2027-03-01'],
  ])('of %s is %s: the week where there is one a week, else the day', (schedule, period, day) => {
    expect(slotAfter(schedule, 'UTC', '2027-02-28T23:00:00Z')).toMatchObject({ period, day });
  });

  test.each([
    ['2020-12-27T12:00:00Z', ['2020-W53', '2021-W01', '2021-W02']],
    ['2024-12-22T12:00:00Z', ['2024-W52', '2025-W01', '2025-W02']],
    ['2026-12-20T12:00:00Z', ['2026-W52', '2026-W53', '2027-W01']],
  ])('at the end of a year is a week of ISO 8601: after %s', (after, periods) => {
    const slots = nextSlots('0 9 * * 1', 'Asia/Tokyo', new Date(after), 3);
    expect(slots.map(({ period }) => period)).toEqual(periods);
  });

  test('is that of the day for which it was scheduled, in its own zone', () => {
    expect(slotAfter('0 1 * * 1', 'Pacific/Auckland', '2027-02-27T00:00:00Z')).toEqual({
      period: '2027-W09',
      day: '2027-03-01',
      at: '2027-02-28T12:00:00.000Z',
    });
  });
});

describe('a local time that does not exist is the first moment after the gap', () => {
  test.each([
    ['Europe/Berlin', '30 2 * * 0', '2027-03-28', '2027-03-28T01:00:00.000Z'],
    ['America/New_York', '30 2 * * 0', '2027-03-14', '2027-03-14T07:00:00.000Z'],
    ['Australia/Lord_Howe', '15 2 * * 0', '2027-10-03', '2027-10-02T15:30:00.000Z'],
    ['Africa/Casablanca', '30 2 * * 0', '2026-03-22', '2026-03-22T02:00:00.000Z'],
    ['Africa/Cairo', '30 0 * * 5', '2027-04-30', '2027-04-29T22:00:00.000Z'],
    ['America/Nuuk', '30 23 * * 6', '2027-03-27', '2027-03-28T01:00:00.000Z'],
    ['Pacific/Apia', '0 9 * * 5', '2011-12-30', '2011-12-30T10:00:00.000Z'],
  ])('%s, %s on %s', (zone, schedule, day, at) => {
    const after = new Date(Date.parse(`${day}T00:00:00Z`) - 2 * 86_400_000).toISOString();
    expect(slotAfter(schedule, zone, after)).toMatchObject({ day, at });
  });
});

describe('a local time that comes twice is the first of them', () => {
  test.each([
    ['Europe/Berlin', '30 2 * * 0', '2027-10-31', '2027-10-31T00:30:00.000Z'],
    ['America/New_York', '30 1 * * 0', '2027-11-07', '2027-11-07T05:30:00.000Z'],
    ['Australia/Lord_Howe', '45 1 * * 0', '2027-04-04', '2027-04-03T14:45:00.000Z'],
    ['America/Havana', '30 0 * * 0', '2027-11-07', '2027-11-07T04:30:00.000Z'],
  ])('%s, %s on %s', (zone, schedule, day, at) => {
    const after = new Date(Date.parse(`${day}T00:00:00Z`) - 2 * 86_400_000);
    expect(slotAfter(schedule, zone, after.toISOString())).toMatchObject({ day, at });
    const again = new Date(Date.parse(at) + 90 * 60_000);
    expect(latestSlot(schedule, zone, again)).toMatchObject({ day, at: new Date(at) });
  });
});

test('a day that a zone left out has no digest of its own', () => {
  const slots = nextSlots('0 9 * * *', 'Pacific/Apia', new Date('2011-12-28T12:00:00Z'), 4);
  expect(slots.map(({ day }) => day)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
});

describe('a schedule', () => {
  test('of several times a day counts with the first', () => {
    const slots = nextSlots('*/20 8-18/2 * * *', 'UTC', new Date('2027-03-01T00:00:00Z'), 2);
    expect(slots.map(({ at }) => at.toISOString())).toEqual([
      '2027-03-01T08:00:00.000Z',
      '2027-03-02T08:00:00.000Z',
    ]);
  });

  test('of the 31st leaves out the months that have none', () => {
    const slots = nextSlots('0 9 31 * *', 'UTC', new Date('2027-01-01T00:00:00Z'), 3);
    expect(slots.map(({ day }) => day)).toEqual(['2027-01-31', '2027-03-31', '2027-05-31']);
  });

  test('of the 29th of February is awaited for years', () => {
    const slots = nextSlots('0 9 29 2 *', 'UTC', new Date('2027-01-01T00:00:00Z'), 2);
    expect(slots.map(({ day }) => day)).toEqual(['2028-02-29', '2032-02-29']);
  });

  test.each(['', 'every Monday', '0 9 31 2 *', '0 25 * * *', '0 9 * * 1 2027'])(
    'that is none is never due: %j',
    (schedule) => {
      const now = new Date('2027-03-01T12:00:00Z');
      expect([latestSlot(schedule, 'UTC', now), nextSlots(schedule, 'UTC', now, 3)]).toEqual([null, []]);
    },
  );
});

describe('the latest slot', () => {
  test('is there from its very moment on', () => {
    const at = (now: string) => latestSlot('0 9 * * 1', 'Asia/Tokyo', new Date(now))?.period;
    expect(at('2027-02-28T23:59:59.999Z')).toBe('2027-W08');
    expect(at('2027-03-01T00:00:00.000Z')).toBe('2027-W09');
  });

  test('is no longer news after forty days', () => {
    const at = (now: string) => latestSlot('0 9 1 1 *', 'UTC', new Date(now))?.day ?? null;
    expect([at('2027-02-10T00:00:00Z'), at('2027-02-20T00:00:00Z')]).toEqual(['2027-01-01', null]);
  });
});

test('a thousand channels do not keep the bot for a second', () => {
  const now = Date.parse('2027-03-01T10:00:00Z');
  const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
  const begun = process.cpuUsage();
  const slots = Array.from({ length: 1000 }, (_, index) => {
    const schedule = `${index % 60} ${index % 24} * * ${index % 7}`;
    const zone = zones[index % zones.length] ?? 'UTC';
    return [latestSlot(schedule, zone, new Date(now)), ...nextSlots(schedule, zone, new Date(now), 3)];
  });
  const { user } = process.cpuUsage(begun);
  expect(slots.flat().every((slot) => slot !== null)).toBe(true);
  expect(user / 1000).toBeLessThan(5000);
});
