/** Which digests are made by a bot whose clock jumps, that was away, or that is told otherwise. */
import { describe, expect, test } from '@jest/globals';
import { day, digestsAt, every, hour, minute } from './ticks.ts';
import type { Wished } from './ticks.ts';

const weekly = { schedule: '0 9 * * 1', zone: 'Asia/Tokyo' };
const daily = { schedule: '0 9 * * *', zone: 'Asia/Tokyo' };
const since = new Date('2027-03-01T00:00:00Z');

const periodsAt = (ticks: Iterable<Date>, wished: Wished | ((now: Date) => Wished)) =>
  digestsAt(ticks, wished, since).map(({ period }) => period);

describe('minute by minute', () => {
  test('one digest a week is made, at the minute', () => {
    const made = digestsAt(every(minute, '2027-03-01T00:01:00Z', '2027-03-16T00:00:00Z'), weekly, since);
    expect(made.map((each) => [each.period, each.made.toISOString()])).toEqual([
      ['2027-W10', '2027-03-08T00:00:00.000Z'],
      ['2027-W11', '2027-03-15T00:00:00.000Z'],
    ]);
  });

  test('what was due before somebody wanted digests is none', () => {
    expect(periodsAt(every(hour, '2027-03-01T00:00:00Z', '2027-03-07T00:00:00Z'), weekly)).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  const jump = (by: number) => [
    ...every(10 * minute, '2027-03-03T00:00:00Z', '2027-03-07T00:00:00Z'),
    ...[...every(10 * minute, '2027-03-07T00:10:00Z', '2027-03-07T12:00:00Z')].map(
      (at) => new Date(at.getTime() + by),
    ),
    ...every(10 * minute, '2027-03-07T12:10:00Z', '2027-03-12T12:00:00Z'),
  ];
  const dates = Array.from({ length: 10 }, (_, index) => `2027-03-${String(index + 3).padStart(2, '0')}`);

  test.each([
    ['three hours ahead', 3 * hour],
    ['an hour back', -hour],
    ['a day back', -day],
    ['three weeks back', -21 * day],
  ])('%s and right again makes each digest once', (_, by) => {
    expect(periodsAt(jump(by), daily)).toEqual(dates);
    expect(periodsAt(jump(by), weekly)).toEqual(['2027-W10']);
  });

  test('to 2036 and back makes one for that day, and is right again at once', () => {
    const made = periodsAt(jump(Date.UTC(2036, 0, 1) - Date.UTC(2027, 0, 1)), daily);
    expect(made.filter((period) => period.startsWith('2027'))).toEqual(dates);
    expect(made.filter((period) => period.startsWith('2036'))).toEqual(['2036-03-06']);
  });
});

describe('a bot that was away', () => {
  const away = (from: string, until: string) => [
    ...every(10 * minute, '2027-03-03T00:00:00Z', from),
    ...every(10 * minute, until, '2027-04-02T12:00:00Z'),
  ];

  test('for a minute makes the digest of that minute in the next', () => {
    const ticks = away('2027-03-07T23:50:00Z', '2027-03-08T00:01:00Z');
    expect(digestsAt(ticks, weekly, since)[0]).toMatchObject({
      period: '2027-W10',
      made: new Date('2027-03-08T00:01:00Z'),
    });
  });

  test('for a day makes the digest of that week late, and no other', () => {
    expect(periodsAt(away('2027-03-07T12:00:00Z', '2027-03-08T12:00:00Z'), weekly)).toEqual([
      '2027-W10',
      '2027-W11',
      '2027-W12',
      '2027-W13',
    ]);
  });

  test('for three weeks makes one digest at once: that of the newest week', () => {
    const made = digestsAt(away('2027-03-07T12:00:00Z', '2027-03-28T13:00:00Z'), weekly, since);
    expect(made.map((each) => [each.period, each.made.toISOString()])).toEqual([
      ['2027-W12', '2027-03-28T13:00:00.000Z'],
      ['2027-W13', '2027-03-29T00:00:00.000Z'],
    ]);
  });
});

describe('a channel of which something else is wished', () => {
  const ticks = () => every(10 * minute, '2027-03-03T00:00:00Z', '2027-03-17T12:00:00Z');
  const change = Date.parse('2027-03-09T00:30:00Z');

  test.each<[string, Wished, Wished]>([
    ['a later time', daily, { ...daily, schedule: '0 18 * * *' }],
    ['a time that is over', daily, { ...daily, schedule: '0 7 * * *' }],
    ['every week instead of every day', daily, { ...daily, schedule: '0 18 * * 2' }],
    [
      'every day instead of every week',
      { ...weekly, schedule: '0 9 * * 2' },
      { ...daily, schedule: '0 18 * * *' },
    ],
    ['a zone to the west', { ...weekly, schedule: '0 9 * * 2' }, { ...daily, zone: 'Pacific/Honolulu' }],
    ['a zone to the east', daily, { ...daily, zone: 'Pacific/Kiritimati' }],
    ['a zone to the west, every day', daily, { ...daily, zone: 'Europe/Berlin' }],
  ])('has one digest a day at most: %s', (_, before, after) => {
    const made = digestsAt(ticks(), (now) => (now.getTime() < change ? before : after), since);
    const days = made.map((each) => each.day);
    expect(made.some((each) => each.made.getTime() > change)).toBe(true);
    expect(days).toEqual([...new Set(days)]);
    expect(days).toEqual(days.toSorted());
  });

  test('has no second digest of a week because of another day', () => {
    const wished = (now: Date) => ({
      ...weekly,
      schedule: now.getTime() < change ? '0 9 * * 1' : '0 9 * * 4',
    });
    expect(periodsAt(ticks(), wished)).toEqual(['2027-W10']);
  });

  test('has none that is older than the one that it has had, whatever the zone calls that day', () => {
    const tuesday = { schedule: '0 9 * * 2', zone: 'Pacific/Auckland' };
    const wished = (now: Date) =>
      now < new Date('2027-03-08T21:00:00Z') ? tuesday : { ...daily, zone: 'Pacific/Honolulu' };
    const ticking = [...every(10 * minute, '2027-03-08T12:00:00Z', '2027-03-11T00:00:00Z')];
    const made = digestsAt(ticking, wished, ticking[0]);
    expect(made.map((each) => [each.day, each.made.toISOString()])).toEqual([
      ['2027-03-09', '2027-03-08T20:00:00.000Z'],
      ['2027-03-10', '2027-03-10T19:00:00.000Z'],
    ]);
  });
});
