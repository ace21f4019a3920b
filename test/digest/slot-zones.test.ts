/** Exactly one digest for each period, in every time zone there is, through ten years of their changes. */
import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { nextSlots } from '../../src/digest/slot.ts';
import { changesOf, day, digestsAt, every, hour, minute, shown } from './ticks.ts';

const weeks = 520;
const oneYear = 52;
const monday = '2011-01-03';
const begins = `${monday}T00:00:00Z`;
const ends = '2020-12-21T00:00:00Z';

const zones = Intl.supportedValuesOf('timeZone');

const changes = new Map(zones.map((zone) => [zone, changesOf(zone, begins, ends)]));

const clockOf = (zone: string): string =>
  [
    shown(new Date(begins), zone),
    ...(changes.get(zone) ?? []).map((at) => `${+at} ${shown(at, zone)}`),
  ].join();

/** Zones that had the same clock for these ten years, by the first of them. */
const kinds = new Map(
  Object.values(Object.groupBy(zones, clockOf)).map((same = []) => [same[0] ?? '', same.slice(1)]),
);

/** A local time that is left out or comes twice at a change. */
function strangeTime(change: Date, zone: string): Temporal.PlainDateTime {
  const [before, after] = [new Date(change.getTime() - 1000), change].map((at) => shown(at, zone)) as [
    string,
    string,
  ];
  return Temporal.PlainDateTime.from(before < after ? before : after).add({ minutes: 11 });
}

/** Weekday (ISO) and time: at a change, where the zone has any. */
function wishOf(zone: string, index: number) {
  const all = changes.get(zone) ?? [];
  const change = all[(index * 7) % Math.max(all.length, 1)];
  const {
    dayOfWeek,
    hour: h,
    minute: m,
  } = change
    ? strangeTime(change, zone)
    : new Temporal.PlainDateTime(2011, 1, 3 + (index % 7), (index * 5) % 24, (index * 13) % 60);
  return { dayOfWeek, time: new Temporal.PlainTime(h, m), schedule: `${m} ${h} * * ${dayOfWeek % 7}` };
}

/** The first moment at which the clock shows that time or a later one. */
function firstMoment(wish: Temporal.PlainDateTime, zone: string): Date {
  const usual = wish.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  const local = wish.toString({ smallestUnit: 'second' });
  const near = (changes.get(zone) ?? []).map(Number).filter((at) => Math.abs(at - usual) < 2 * day);
  if (near.length === 0) return new Date(usual);
  const moment = [usual, ...near].find(
    (at) => shown(new Date(at), zone) >= local && shown(new Date(at - 1000), zone) < local,
  );
  return new Date(moment ?? Number.NaN);
}

/** ISO 8601: of the year and the week that its Thursday has. */
function weekOf(date: Temporal.PlainDate): string {
  const thursday = date.add({ days: 4 - date.dayOfWeek });
  return `${thursday.year}-W${String(Math.ceil(thursday.dayOfYear / 7)).padStart(2, '0')}`;
}

test('there are hundreds of zones, and more than a hundred behaviours', () => {
  expect([zones.length > 400, kinds.size > 100]).toEqual([true, true]);
});

describe('a weekly digest', () => {
  test.each([...kinds.keys()].map((zone, index) => ({ zone, index })))(
    'is made once for each of 520 weeks, as soon as it can be: $zone, and where the clock is the same',
    ({ zone, index }) => {
      const { dayOfWeek, time, schedule } = wishOf(zone, index);
      const days = Array.from({ length: weeks }, (_, week) =>
        Temporal.PlainDate.from(monday).add({ days: 7 * week + dayOfWeek - 1 }),
      );
      const moments = days.map((date) => firstMoment(date.toPlainDateTime(time), zone));
      const ticks = moments.flatMap((at, week) => [
        ...(week % 8 === 0 ? [new Date(at.getTime() - 1000)] : []),
        at,
        ...(week % 8 === 4 ? [new Date(at.getTime() + minute * (1 + ((week * 7919) % (6 * 24 * 60))))] : []),
      ]);
      const since = new Date(ticks[0] ?? 0);
      const made = digestsAt(ticks, { schedule, zone }, since);
      expect(made.map((each) => [each.period, each.made])).toEqual(
        days.map((date, week) => [weekOf(date), moments[week]]),
      );
      for (const same of kinds.get(zone) ?? [])
        expect(nextSlots(schedule, same, since, oneYear).map(({ at }) => at)).toEqual(
          moments.slice(0, oneYear),
        );
    },
  );
});

describe('a daily digest', () => {
  test.each([...kinds.keys()].filter((zone) => (changes.get(zone) ?? []).length > 0))(
    'is made once on each date that there is, when the clock is changed as well: as in %s',
    (zone) => {
      for (const change of (changes.get(zone) ?? []).slice(0, 2)) {
        const time = strangeTime(change, zone).toPlainTime();
        const at = (hours: number) => new Date(change.getTime() + hours * hour).toISOString();
        const ticks = [...every(hour, at(-49.5), at(48.5))];
        const local = ticks.map((tick) => shown(tick, zone));
        const [first = '', last = ''] = [local[0], local.at(-1)];
        const expected = [...new Set(local.map((shows) => shows.slice(0, 10)))].filter((date) => {
          const wish = `${date}T${time.toString({ smallestUnit: 'second' })}`;
          return wish > first && wish <= last;
        });
        const made = digestsAt(ticks, { schedule: `${time.minute} ${time.hour} * * *`, zone }, ticks[0]);
        expect(made.map(({ period }) => period)).toEqual(expected);
      }
    },
  );
});

describe('a monthly digest', () => {
  test('is made once in each month that has its day, wherever', () => {
    const wishes = [
      constantFrom(...zones),
      integer({ min: 1, max: 31 }),
      integer({ min: 0, max: 23 }),
    ] as const;
    assert(
      property(...wishes, (zone, date, at) => {
        const wish = { schedule: `0 ${at} ${date} * *`, zone };
        const since = new Date('2016-12-31T18:00:00Z');
        const made = digestsAt(every(10 * hour, '2017-01-02T00:00:00Z', '2018-12-30T00:00:00Z'), wish, since);
        const months = Array.from(
          { length: 24 },
          (_, month) => new Temporal.PlainYearMonth(2017 + Math.floor(month / 12), (month % 12) + 1),
        );
        const days = months
          .filter(({ daysInMonth }) => daysInMonth >= date)
          .map((month) => month.toPlainDate({ day: date }).toString());
        // The first and the last days of these two years are looked at elsewhere.
        const within = (period: string) => period > '2017-01-02' && period < '2018-12-28';
        expect(made.map(({ period }) => period).filter(within)).toEqual(days.filter(within));
      }),
      { numRuns: 12 },
    );
  });
});
