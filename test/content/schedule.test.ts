/** Schedules as people write them, and as they are told. */
import { describe, expect, test } from '@jest/globals';
import {
  assert,
  constantFrom,
  integer,
  oneof,
  property,
  sample,
  string,
  stringMatching,
  subarray,
  tuple,
} from 'fast-check';
import { readSchedule, scheduleText } from '../../src/content/schedule.ts';

describe('a schedule in words', () => {
  test.each([
    ['毎週月曜 9:00', '0 9 * * 1'],
    ['毎週月曜日 9時', '0 9 * * 1'],
    ['毎週 月曜日の9時', '0 9 * * 1'],
    ['毎週月曜９：００', '0 9 * * 1'],
    ['毎週月曜日　９：００', '0 9 * * 1'],
    ['毎週月曜', '0 9 * * 1'],
    ['月曜 9時', '0 9 * * 1'],
    ['毎週', '0 9 * * 1'],
    ['毎週月・木 9時半', '30 9 * * 1,4'],
    ['月・水・金 9:00', '0 9 * * 1,3,5'],
    ['毎週火曜 午後7時', '0 19 * * 2'],
    ['毎週金曜 夕方6時', '0 18 * * 5'],
    ['平日 8:30', '30 8 * * 1,2,3,4,5'],
    ['月〜金 9:00', '0 9 * * 1,2,3,4,5'],
    ['毎週土日 10:00', '0 10 * * 0,6'],
    ['週末 10時', '0 10 * * 0,6'],
    ['毎日 8:00', '0 8 * * *'],
    ['毎朝8時', '0 8 * * *'],
    ['毎朝', '0 9 * * *'],
    ['毎日正午', '0 12 * * *'],
    ['毎月第1月曜 10時', '0 10 * * 1#1'],
    ['毎月第2・第4水曜 19:00', '0 19 * * 3#2,3#4'],
    ['毎月最終金曜 18時', '0 18 * * 5#L'],
    ['毎月1日 9:00', '0 9 1 * *'],
    ['毎月1日と15日 9:00', '0 9 1,15 * *'],
    ['毎月末日', '0 9 L * *'],
    ['毎月最終日 9:00', '0 9 L * *'],
    ['every Mon 09:00', '0 9 * * 1'],
    ['every Monday at 9am', '0 9 * * 1'],
    ['every Monday at 9', '0 9 * * 1'],
    ['Mondays 9:00', '0 9 * * 1'],
    ['MONDAY', '0 9 * * 1'],
    ['weekly', '0 9 * * 1'],
    ['weekly on Tue 7pm', '0 19 * * 2'],
    ['every Mon, Thu 9:00', '0 9 * * 1,4'],
    ['every Mon & Thu at 9', '0 9 * * 1,4'],
    ['weekdays 8:30', '30 8 * * 1,2,3,4,5'],
    ['Mon-Fri 9:00', '0 9 * * 1,2,3,4,5'],
    ['weekends 10:00', '0 10 * * 0,6'],
    ['daily 8:00', '0 8 * * *'],
    ['every day at noon', '0 12 * * *'],
    ['every morning', '0 9 * * *'],
    ['first Monday of the month 10:00', '0 10 * * 1#1'],
    ['first Monday of every month at 10', '0 10 * * 1#1'],
    ['last Friday 18:00', '0 18 * * 5#L'],
    ['on the 1st 9:00', '0 9 1 * *'],
    ['the 1st of every month 9:00', '0 9 1 * *'],
    ['monthly on the 15th at 9:00', '0 9 15 * *'],
    ['last day of the month 9:00', '0 9 L * *'],
  ])('%s → %s', (text, schedule) => {
    expect(readSchedule(text)).toBe(schedule);
  });

  test.each([
    ['every 2 weeks', 'has no week to begin with'],
    ['隔週月曜 9:00', 'has no week to begin with'],
    ['monthly', 'does not say on which day'],
    ['every year', 'does not say on which day'],
    ['9:00', 'does not say how often'],
    ['tomorrow 9:00', 'is once'],
    ['Mon 9:00 and Thu 10:00', 'has two times'],
    ['every Monday 9:00-10:00', 'is a time from here to there'],
    ['毎日 25:00', 'is the day after'],
    ['every Monday at 9:75', 'is no time'],
    ['FREQ=DAILY;BYDAY=MO', 'has no such fields'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'has no such fields'],
    ['FREQ=MONTHLY;BYMONTHDAY=-15', 'has no such fields'],
    ['sometimes', 'is no rule'],
    ['every Monday or so', 'is understood by half'],
    ['', 'says nothing'],
    ['x'.repeat(100_000), 'never ends'],
  ])('not understood: %.30s, which %s', (text) => {
    expect(readSchedule(text)).toBeNull();
  });
});

describe('a schedule in five fields', () => {
  test.each([
    ['0 9 * * 1', '0 9 * * 1'],
    [' 00  09 * *  mon ', '0 9 * * 1'],
    ['0 9 * * MON-FRI', '0 9 * * 1,2,3,4,5'],
    ['0 9 * * 5-7', '0 9 * * 0,5,6'],
    ['0 9 * * fri-mon', '0 9 * * 0,1,5,6'],
    ['0 9 * * 6-1,3', '0 9 * * 0,1,3,6'],
    ['0 9 * * 1-3,7', '0 9 * * 0,1,2,3'],
    ['0 9 * * 7', '0 9 * * 0'],
    ['0 9,17 * * *', '0 9,17 * * *'],
    ['0 9 * * 5L', '0 9 * * 5#L'],
    ['0 9 * * tue#2', '0 9 * * 2#2'],
    ['0 9 L * *', '0 9 L * *'],
    ['0 9 1,15 * *', '0 9 1,15 * *'],
    ['0 9 * jan mon', '0 9 * JAN 1'],
    ['*/30 8-18 * * *', '*/30 8-18 * * *'],
    ['0 0 29 2 *', '0 0 29 2 *'],
    ['０ ９ ＊ ＊ １', '0 9 * * 1'],
  ])('%s → %s', (text, schedule) => {
    expect(readSchedule(text)).toBe(schedule);
  });

  test.each([
    ['0 9 31 2 *', 'never comes'],
    ['0 24 * * *', 'is no time'],
    ['60 9 * * 1', 'is no time'],
    ['0 9 * 13 *', 'is no month'],
    ['0 9 * * 1#6', 'is no week of a month'],
    ['0 9 * * 8', 'is no day'],
    ['0 9 * *', 'lacks one'],
    ['0 0 9 * * 1', 'has one too many'],
    ['0 9 * * 1 2027', 'has one too many'],
    ['@weekly', 'does not say when'],
  ])('not understood: %s, which %s', (text) => {
    expect(readSchedule(text)).toBeNull();
  });
});

describe('what is told of a schedule', () => {
  test.each([
    ['0 9 * * 1', 'every Monday 9:00', '毎週月曜 9:00'],
    ['5 0 * * 0,1', 'every Monday and Sunday 0:05', '毎週月・日曜 0:05'],
    ['0 9 * * 1,3,5', 'every Monday, Wednesday, and Friday 9:00', '毎週月・水・金曜 9:00'],
    ['30 8 * * 1,2,3,4,5', 'weekdays 8:30', '平日 8:30'],
    ['0 8 * * *', 'every day 8:00', '毎日 8:00'],
    ['0 10 * * 1#1', 'first Monday of the month 10:00', '毎月第1月曜 10:00'],
    ['0 19 * * 3#2,3#4', 'second and fourth Wednesday of the month 19:00', '毎月第2・第4水曜 19:00'],
    ['0 18 * * 5#L', 'last Friday of the month 18:00', '毎月最終金曜 18:00'],
    ['0 9 1 * *', 'the 1st of every month 9:00', '毎月1日 9:00'],
    ['0 9 22 * *', 'the 22nd of every month 9:00', '毎月22日 9:00'],
    ['0 9 13 * *', 'the 13th of every month 9:00', '毎月13日 9:00'],
    ['0 9 L * *', 'last day of the month 9:00', '毎月末日 9:00'],
  ])('%s is %s, %s', (schedule, en, ja) => {
    expect([scheduleText(schedule, 'en'), scheduleText(schedule, 'ja')]).toEqual([en, ja]);
  });

  test.each([
    '0 9 1,15 * *',
    '*/30 8-18 * * *',
    '0 9 * JAN 1',
    '0 9 1 * 1',
    '0 9 * * 1#1,2#2',
    '0 9 15W * *',
  ])('is %s itself where there are no words for it', (schedule) => {
    expect([scheduleText(schedule, 'en'), scheduleText(schedule, 'ja')]).toEqual([schedule, schedule]);
  });

  const days = constantFrom('0', '1', '2', '3', '4', '5', '6');
  const on = oneof(
    constantFrom('* * *', 'L * *', '1,15 * *', '*/2 * *', '* JAN 1', '1 * 1'),
    integer({ min: 1, max: 31 }).map((date) => `${date} * *`),
    subarray(['0', '1', '2', '3', '4', '5', '6'], { minLength: 1 }).map((all) => `* * ${all.join(',')}`),
    tuple(days, subarray(['1', '2', '3', '4', '5', 'L'], { minLength: 1 })).map(
      ([each, numbers]) => `* * ${numbers.map((number) => `${each}#${number}`).join(',')}`,
    ),
  );

  test('is understood when it is typed', () => {
    assert(
      property(integer({ min: 0, max: 59 }), integer({ min: 0, max: 23 }), on, (minute, hour, fields) => {
        const schedule = readSchedule(`${minute} ${hour} ${fields}`) ?? '';
        expect(schedule).not.toBe('');
        for (const locale of ['en', 'ja'] as const)
          expect(readSchedule(scheduleText(schedule, locale))).toBe(schedule);
      }),
    );
  });

  test('is there for whatever fields are a schedule, and nothing is thrown for others', () => {
    const field = oneof(
      {
        weight: 5,
        arbitrary: constantFrom(
          '*',
          '*/2',
          '1-5',
          '1,3',
          '7',
          '0',
          '12',
          'L',
          '5L',
          '1#2',
          'MON-FRI',
          'JAN',
          '15W',
        ),
      },
      stringMatching(/^[\d*/,#LW-]{1,6}$/),
    );
    const understood = sample(tuple(field, field, field, field, field), 2000)
      .map((fields) => readSchedule(fields.join(' ')))
      .filter((schedule) => schedule !== null);
    expect(understood.length).toBeGreaterThan(20);
    expect(understood.map((schedule) => readSchedule(scheduleText(schedule, 'ja')))).toEqual(understood);
  });

  test('is none of most texts, and nothing is thrown', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const schedule = readSchedule(text);
        expect(schedule === null || readSchedule(schedule) === schedule).toBe(true);
      }),
    );
  });
});
