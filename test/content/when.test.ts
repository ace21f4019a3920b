import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readWhen } from '../../src/content/when.ts';
import { rows } from './when-rows.ts';

/** In the form of the rows. */
const read = (text: string, now: string, zone = 'Asia/Tokyo'): string => {
  const when = readWhen(text, { zone, now: new Date(now) });
  if (!when.ok) return `!${when.reason} ${when.detail}`.trim();
  const times = when.end === null ? when.start : `${when.start} – ${when.end}`;
  return when.repeat === null ? times : `${times} | ${when.repeat}`;
};

describe('when something happens', () => {
  for (const [now, cases] of Object.entries(rows))
    test.each(cases)(`on ${now.slice(0, 10)} %s is %s`, (text, said) => {
      expect(read(text, now)).toBe(said);
    });

  test.each([
    // The 14th has no 2:30; the day before and after have.
    ['2027-03-13T20:00:00-05:00', 'tomorrow 2:30', '2027-03-14T02:30'],
    ['2027-03-13T20:00:00-05:00', 'tomorrow 10pm–3am', '2027-03-14T22:00 – 2027-03-15T03:00'],
    ['2027-03-13T23:30:00-05:00', 'today', '2027-03-13'],
    ['2027-03-14T23:30:00-04:00', 'today', '2027-03-14'],
    ['2027-11-07T00:30:00-04:00', 'today 1:30am', '2027-11-07T01:30'],
    ['2027-11-07T23:59:00-05:00', 'Monday 0:00', '2027-11-08T00:00'],
  ])('at %s in New York %s is %s', (now, text, said) => {
    expect(read(text, now, 'America/New_York')).toBe(said);
  });

  test('is counted from the day that it is in the zone, not in another', () => {
    const now = '2027-02-24T20:00:00Z';
    expect(read('明日', now)).toBe('2027-02-26');
    expect(read('明日', now, 'America/Los_Angeles')).toBe('2027-02-25');
  });
});

describe('what says no time', () => {
  const now = '2027-02-24T10:00:00+09:00';

  test.each([
    ['12/3(水) 19:00', '!weekday 2027-12-03'],
    ['2027年3月10日(金)', '!weekday 2027-03-10'],
    ['tomorrow (Fri)', '!weekday 2027-02-25'],
    ['12/5(日)〜6(日)', '!weekday 2027-12-06'],
    ['2/20(土)', '!past 2027-02-20'],
    ['2020/1/1', '!past 2020-01-01'],
    ['2027-02-24 09:59', '!past 2027-02-24T09:59'],
    ['今週の月曜', '!past 2027-02-22'],
    ['今月の第1水曜', '!past 2027-02-03'],
    ['2/30', '!no-such-day 2/30'],
    ['2027-02-29 19:00', '!no-such-day 2027-02-29'],
    ['13月1日', '!no-such-day 13月1日'],
    ['32日', '!no-such-day 32日'],
    ['来月の第5金曜', '!no-such-day 来月の第5金曜'],
    ['明日 19:00〜18:00', '!end-before-start 2027-02-25T18:00'],
    ['明日 19:00〜19:00', '!end-before-start 2027-02-25T19:00'],
    ['12/6〜12/5', '!end-before-start 2027-12-05'],
    ['12/5 19:00〜12/5 18:00', '!end-before-start 2027-12-05T18:00'],
    ['12/5〜3/10', '!end-before-start 2027-03-10'],
    ['every second Wednesday', '!unclear every second wednesday'],
    ['every Thursday from April', '!unclear every thursday from april'],
    ['毎週木曜 25時', '!unclear 毎週木曜'],
    ['毎週木曜〜金曜', '!unclear 毎週木曜'],
    ['来週', '!unclear 来週'],
    ['19時', '!unclear'],
    ['〜21:00', '!unclear'],
    ['tomorrow at 7', '!unclear tomorrow at 7'],
    ['明日の夜12時', '!unclear 明日の夜'],
    ['明日 19:00 20:00', '!unclear 明日 19:00 20:00'],
    ['明日 25:70', '!unclear 明日 25:70'],
    ['明日 30時', '!unclear 明日 30時'],
    ['午前13時 明日', '!unclear 午前13時 明日'],
    ['12/3 終日 19:00', '!unclear 12/3 終日 19:00'],
    ['12/5・7', '!unclear 7'],
    ['12/5・6 10:00', '!unclear 6'],
    ['12/5〜6 10:00〜17:00', '!unclear 12/5〜6 10:00〜17:00'],
    ['12/5〜12/6 17:00', '!unclear 12/6'],
    ['金曜 木曜', '!unclear 金曜 木曜'],
    ['12/3 somewhere', '!unclear 12/3 somewhere'],
    ['2027年3月', '!unclear 2027年3月'],
    ['2027-03-10T19:00:00+09:00', '!unclear 2027-03-10T19:00:00+09:00'],
    ['そのうち', '!unclear そのうち'],
    ['constructor', '!unclear constructor'],
    ['', '!unclear'],
  ])('%j is %s', (text, said) => {
    expect(read(text, now)).toBe(said);
  });

  test('is told soon, however long it is: the square of these lengths would take minutes', () => {
    const texts = [
      '12/3 '.repeat(40_000),
      '〜'.repeat(200_000),
      `明日${' '.repeat(200_000)}19時`,
      '第'.repeat(200_000),
    ];
    const before = performance.now();
    expect(texts.map((text) => read(text, now)).every((said) => said.startsWith('!unclear'))).toBe(true);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('is anything, and nothing throws', () => {
    const word = fc.constantFrom(
      '12/3',
      '来週',
      '水曜',
      '(金)',
      '19:00',
      '7pm',
      '〜',
      '・',
      '毎月',
      '第2',
      'last',
      'dec',
      '2027',
      '日',
      '年',
      '30',
      'to',
      ' ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 6 }).map((all) => all.join('')),
    );
    const local = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u;
    fc.assert(
      fc.property(text, (any) => {
        const when = readWhen(any, { zone: 'Asia/Tokyo', now: new Date(now) });
        if (!when.ok) return;
        expect(when.start).toMatch(local);
        expect(when.start >= '2027-02-24').toBe(true);
        if (when.end === null) return;
        expect(when.end).toMatch(local);
        expect(when.end.length).toBe(when.start.length);
        expect(when.end >= when.start).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a day and a time', () => {
  const now = '2027-02-24T10:00:00+09:00';
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((days) => Temporal.PlainDate.from('2027-02-25').add({ days }));
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });

  const two = (value: number): string => String(value).padStart(2, '0');
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

  /** The same day as people write it. */
  const days = ({ year, month, day: date, dayOfWeek }: Temporal.PlainDate): readonly string[] => {
    const weekday = '月火水木金土日'[dayOfWeek - 1];
    const english = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')[dayOfWeek - 1];
    const name = months[month - 1];
    return [
      `${year}-${two(month)}-${two(date)}`,
      `${year}/${month}/${date}`,
      `${year}年${month}月${date}日（${weekday}）`,
      `令和${year - 2018}年${month}月${date}日`,
      `${month}/${date}(${weekday})`,
      `${month}月${date}日`,
      `${name} ${date}, ${year}`,
      `${date} ${name} ${year}`,
      `${english}, ${name} ${date}`,
    ];
  };

  const clocks = (hour: number, minute: number): readonly string[] => [
    `${two(hour)}:${two(minute)}`,
    `${hour}時${minute === 0 ? '' : `${minute}分`}`,
    `${hour < 12 ? '午前' : '午後'}${hour % 12}時${two(minute)}分`,
    `${hour % 12 || 12}:${two(minute)}${hour < 12 ? 'am' : 'pm'}`,
  ];

  test('in whichever notation are the same', () => {
    fc.assert(
      fc.property(day, minutes, (date, at) => {
        const [hour, minute] = [Math.floor(at / 60), at % 60];
        const start = `${date.toString()}T${two(hour)}:${two(minute)}`;
        for (const written of days(date)) {
          expect([written, read(written, now)]).toEqual([written, date.toString()]);
          for (const clock of clocks(hour, minute)) {
            const text = `${written} ${clock}`;
            expect([text, read(text, now)]).toEqual([text, start]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('are read in weeks from now as they lie in the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 6 }), (ahead, weekday) => {
        const today = Temporal.PlainDate.from('2027-01-01').add({ days: ahead });
        const monday = today.add({ days: 8 - today.dayOfWeek });
        const name = '月火水木金土日'[weekday] ?? '';
        expect(read(`来週の${name}曜`, `${today.toString()}T12:00:00+09:00`)).toBe(
          monday.add({ days: weekday }).toString(),
        );
      }),
    );
  });
});
