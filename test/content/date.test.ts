import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findDates, readDate } from '../../src/content/date.ts';

describe('a date', () => {
  test.each([
    ['2018-03-12 19:00 +0900', '2018-03-12', '19:00'],
    ['2010-08-28T23:45:00+00:00', '2010-08-29', '08:45'],
    ['2019-10-03T00:00:00Z', '2019-10-03', '09:00'],
    ['2018-04-16T1:00:00+09:00', '2018-04-16', '01:00'],
    ['2013-09-10 21:39', '2013-09-10', '21:39'],
    ['2014-09-22T23:25', '2014-09-22', '23:25'],
    ['November 20, 2018', '2018-11-20', null],
    ['Tue, 20 Nov 2018 19:00:00 +0900', '2018-11-20', '19:00'],
    ['2016/05/01', '2016-05-01', null],
    ['2019/10/03 Thu', '2019-10-03', null],
    ['２０１８年７月１２日（木）19時30分', '2018-07-12', '19:30'],
    ['令和元年5月1日', '2019-05-01', null],
    ['20190524', '2019-05-24', null],
    ['2018年7月', '2018-07', null],
    ['201807', '2018-07', null],
    ['2015', '2015', null],
  ])('%s is read', (text, value, time) => {
    expect(readDate(text, 'Asia/Tokyo')).toMatchObject({ value, time });
  });

  test.each(['2018-13-45', '2026-02-30', '2019-02-29', '2018-04-16 25:00', 'soon', '', '12345678901'])(
    '%j is none',
    (text) => {
      expect(readDate(text, 'Asia/Tokyo')).toBeNull();
    },
  );

  test('without an offset is local, whatever the zone', () => {
    expect(readDate('2018-03-12 23:30', 'America/New_York')).toEqual(
      readDate('2018-03-12 23:30', 'Asia/Tokyo'),
    );
  });

  test('that exists is read back from every separator', () => {
    const day = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), (date, separator) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(iso.replaceAll('-', separator), 'Asia/Tokyo')?.value).toBe(iso);
      }),
    );
  });
});

describe('in a text', () => {
  test('a day without a year is found with its weekday', () => {
    expect(findDates('大阪 4/6(金) 19:00-21:00')).toMatchObject([
      { year: null, month: 4, day: 6, weekday: 5 },
    ]);
  });

  test.each([
    ['Citrus Tokyo 201807', 2018, 7, null],
    ['開催日: 2019/10/03 Thu', 2019, 10, 3],
    ['報告 (2022/01/18)', 2022, 1, 18],
    ['20190524dockerkansai', 2019, 5, 24],
    ['2018年7月12日(木)', 2018, 7, 12],
  ])('a date is found: %s', (text, year, month, day) => {
    expect(findDates(text)).toMatchObject([{ year, month, day }]);
  });

  test('versions and fractions are no dates', () => {
    expect(findDates('v1.2/3, 24/7, 13/45 and 1.10.3')).toEqual([]);
  });
});
