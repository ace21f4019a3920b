import { describe, expect, test } from '@jest/globals';
import { beginningOf, dateText, timeText } from '../../src/view/date.ts';

describe('a date', () => {
  test.each([
    ['2018-03-12', '2018年3月12日', '12 Mar 2018'],
    ['2018-07', '2018年7月', 'Jul 2018'],
    ['2018', '2018年', '2018'],
    ['someday', 'someday', 'someday'],
  ])('%s is as exact as it is known', (value, ja, en) => {
    expect([dateText(value, 'ja'), dateText(value, 'en')]).toEqual([ja, en]);
  });
});

describe('a time', () => {
  const start = { value: '2027-03-10T19:00:00+09:00', zone: 'Asia/Tokyo', style: 'moment' } as const;

  test('stands alone where the reader’s clock is the place’s', () => {
    expect(timeText(start, { locale: 'ja', zone: 'Asia/Tokyo' })).toBe('2027年3月10日(水) 19:00');
    expect(timeText(start, { locale: 'en', zone: 'Asia/Seoul' })).toBe('Wed, 10 Mar 2027, 19:00');
  });

  test('names the place’s own clock where it differs', () => {
    expect(timeText(start, { locale: 'en', zone: 'Europe/Berlin' })).toBe(
      'Wed, 10 Mar 2027, 11:00 (Wed, 10 Mar 2027, 19:00 Asia/Tokyo)',
    );
  });

  test('is the same day everywhere if it is a whole day', () => {
    const day = { value: '2028-11-20', zone: 'Asia/Tokyo', style: 'day' } as const;
    expect(timeText(day, { locale: 'en', zone: 'America/New_York' })).toBe('Mon, 20 Nov 2028');
  });
});

describe('the beginning', () => {
  test.each([
    ['2018-07-05', 'Asia/Tokyo', '2018-07-05T00:00:00+09:00'],
    ['2018-07', 'America/New_York', '2018-07-01T00:00:00-04:00'],
    ['2018', 'Europe/London', '2018-01-01T00:00:00+00:00'],
    // Midnight did not exist there that day.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
  ])('of %s in %s is %s', (value, zone, instant) => {
    expect(beginningOf(value, zone)).toBe(instant);
  });
});
