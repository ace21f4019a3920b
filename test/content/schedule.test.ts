import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  string,
  stringMatching,
  tuple,
  uniqueArray,
} from 'fast-check';
import { readSchedule, scheduleText } from '../../src/content/schedule.ts';

describe('a schedule is understood', () => {
  test.each([
    ['毎週月曜 9:00', '0 9 * * 1'],
    ['毎週月曜日　９：００', '0 9 * * 1'],
    ['毎週月・木 9時半', '30 9 * * 1,4'],
    ['平日 8:30', '30 8 * * 1,2,3,4,5'],
    ['毎朝8時', '0 8 * * *'],
    ['毎月第1・第3水曜 19:00', '0 19 * * 3#1,3#3'],
    ['毎月最終金曜 18:00', '0 18 * * 5#L'],
    ['毎月1日 9:00', '0 9 1 * *'],
    ['毎月末日', '0 9 L * *'],
    ['every Mon 09:00', '0 9 * * 1'],
    ['every Monday at 9am', '0 9 * * 1'],
    ['Mondays 9:00', '0 9 * * 1'],
    ['weekdays 8:30', '30 8 * * 1,2,3,4,5'],
    ['daily', '0 9 * * *'],
    ['every day at noon', '0 12 * * *'],
    ['first Monday of the month 10:00', '0 10 * * 1#1'],
    ['on the 1st 9:00', '0 9 1 * *'],
    ['monthly on the 15th 9:00', '0 9 15 * *'],
    ['00  09 * * mon', '0 9 * * 1'],
    ['0 9 * * 7', '0 9 * * 0'],
    ['0 9 * * 1-3,7', '0 9 * * 0,1,2,3'],
    ['0 9 * * FRI-SUN', '0 9 * * 0,5,6'],
    ['0 9 * * 6-1,3', '0 9 * * 0,1,3,6'],
    ['0 9 * * MON#2', '0 9 * * 1#2'],
    ['0 9,17 * * *', '0 9,17 * * *'],
  ])('%s', (text, schedule) => {
    expect(readSchedule(text)).toBe(schedule);
  });

  test.each([
    'every 2 weeks',
    '隔週月曜',
    '0 9 31 2 *',
    '60 9 * * 1',
    '0 24 * * 1',
    '0 9 * * 8',
    '0 9 * 13 *',
    '0 9 * * 1#6',
    '0 0 9 * * 1',
    '毎週月曜 25:00',
    'every Mon 9:00-10:00',
    'every Mon 9:00 and 17:00',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYMONTHDAY=-15',
    'monthly',
    '9:00',
    'sometimes',
    '',
  ])('or it is none: %s', (text) => {
    expect(readSchedule(text)).toBeNull();
  });

  test('or it is none, whatever it is, and nothing is thrown', () => {
    const field = stringMatching(/^[\d*/,#LW-]{1,6}$/);
    assert(
      property(
        oneof(
          string(),
          array(field, { minLength: 5, maxLength: 5 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const schedule = readSchedule(text);
          expect(schedule === null || readSchedule(schedule) === schedule).toBe(true);
        },
      ),
    );
  });
});

describe('a schedule is said', () => {
  test.each([
    ['0 9 * * 1', 'every Monday 9:00', '毎週月曜 9:00'],
    ['30 8 * * 1,2,3,4,5', 'weekdays 8:30', '平日 8:30'],
    ['0 10 * * 1#1', 'first Monday of the month 10:00', '毎月第1月曜 10:00'],
    ['0 9 22 * *', 'the 22nd of every month 9:00', '毎月22日 9:00'],
    ['0 9,17 * * *', '0 9,17 * * *', '0 9,17 * * *'],
  ])('%s', (schedule, en, ja) => {
    expect(scheduleText(schedule, 'en')).toBe(en);
    expect(scheduleText(schedule, 'ja')).toBe(ja);
  });

  test('as it is understood again, in both languages', () => {
    const weekdays = uniqueArray(integer({ min: 0, max: 6 }), { minLength: 1 }).map((all) =>
      all.toSorted((a, b) => a - b).join(','),
    );
    const nth = tuple(integer({ min: 0, max: 6 }), constantFrom('1', '2', '3', '4', '5', 'L'));
    const days = oneof(
      constant('* * *'),
      constant('L * *'),
      weekdays.map((all) => `* * ${all}`),
      nth.map(([day, number]) => `* * ${day}#${number}`),
      integer({ min: 1, max: 31 }).map((date) => `${date} * *`),
    );
    const times = tuple(integer({ min: 0, max: 59 }), integer({ min: 0, max: 23 }));
    assert(
      property(times, days, constantFrom('ja', 'en'), ([minute, hour], on, locale) => {
        const schedule = `${minute} ${hour} ${on}`;
        expect(readSchedule(scheduleText(schedule, locale))).toBe(schedule);
      }),
      { numRuns: 500 },
    );
  });
});
