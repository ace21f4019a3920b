import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { readRepeat } from '../../src/content/repeat.ts';

describe('what repeats', () => {
  test.each([
    ['second Wednesday', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['2nd Wed of the month', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['the second Wednesday of every month', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['every second Wednesday of the month', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['First and Third Tuesday', 'FREQ=MONTHLY;BYDAY=1TU,3TU'],
    ['1st & 3rd Sat', 'FREQ=MONTHLY;BYDAY=1SA,3SA'],
    ['last Friday', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['every last Friday', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['every 3 months on the first Thursday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH'],
    ['quarterly on the first Thursday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH'],
    ['every Monday', 'FREQ=WEEKLY;BYDAY=MO'],
    ['Mondays and Thursdays', 'FREQ=WEEKLY;BYDAY=MO,TH'],
    ['weekly on Tue, Thurs & Sunday', 'FREQ=WEEKLY;BYDAY=TU,TH,SU'],
    ['every other Saturday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA'],
    ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every 2 weeks on Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every day', 'FREQ=DAILY'],
    ['monthly', 'FREQ=MONTHLY'],
    ['every year', 'FREQ=YEARLY'],
    ['毎月第2水曜', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['毎月第２水曜日', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['第二水曜', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['第1・第3土曜', 'FREQ=MONTHLY;BYDAY=1SA,3SA'],
    ['毎月第1、3土曜日', 'FREQ=MONTHLY;BYDAY=1SA,3SA'],
    ['毎月最終金曜日', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['毎週月曜', 'FREQ=WEEKLY;BYDAY=MO'],
    ['毎日曜日', 'FREQ=WEEKLY;BYDAY=SU'],
    ['毎月曜', 'FREQ=WEEKLY;BYDAY=MO'],
    ['毎週火・木曜', 'FREQ=WEEKLY;BYDAY=TU,TH'],
    ['隔週金曜', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['2週間ごと', 'FREQ=WEEKLY;INTERVAL=2'],
    ['3か月ごとの第1木曜', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH'],
    ['隔月第1木曜', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH'],
    ['毎月15日', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['毎月1日と15日', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['毎月末日', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['毎月末', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['毎月最終日', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['毎月最終日曜', 'FREQ=MONTHLY;BYDAY=-1SU'],
    ['last day of the month', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['the 1st of every month', 'FREQ=MONTHLY;BYMONTHDAY=1'],
    ['monthly on the 15th', 'FREQ=MONTHLY;BYMONTHDAY=15'],
    ['Mon-Fri', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['毎週月〜金曜日', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every weekend', 'FREQ=WEEKLY;BYDAY=SA,SU'],
    ['毎週末', 'FREQ=WEEKLY;BYDAY=SA,SU'],
    ['毎日', 'FREQ=DAILY'],
    ['FREQ=MONTHLY;BYDAY=2WE', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['RRULE:freq=weekly;interval=2;until=20271231t000000z', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231T000000Z'],
  ])('%s → %s', (text, rule) => {
    expect(readRepeat(text)).toBe(rule);
  });

  test.each([
    ['every second Wednesday', 'is every other one for some and the second of the month for others'],
    ['every 2nd', 'is every other day for some and a day of the month for others'],
    ['weekly on the 15th', 'contradicts itself'],
    ['毎年末', 'is once a year'],
    ['every month Monday', 'does not say which Monday'],
    ['毎週第2水曜', 'contradicts itself'],
    ['second', 'of what?'],
    ['monthly, except in August', 'is understood by half'],
    ['every 0 weeks', 'would never move on'],
    ['', 'says nothing'],
    ['FREQ=SECONDLY', 'would never end'],
    ['FREQ=HOURLY;INTERVAL=6', 'repeats within a day'],
    ['FREQ=DAILY;BYHOUR=9,17', 'repeats within a day'],
    ['FREQ=WEEKLY;BYDAY=XX', 'is no day'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'says it twice'],
    ['FREQ=WEEKLY\nDTSTART:20270101', 'is more than a rule'],
  ])('not understood: %j, which %s', (text) => {
    expect(readRepeat(text)).toBeNull();
  });

  test('any text has an answer, and quickly', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(readRepeat(text) ?? 'FREQ=').toMatch(/FREQ=/u);
      }),
    );
    expect(readRepeat('第1・'.repeat(50_000))).toBeNull();
  });
});
