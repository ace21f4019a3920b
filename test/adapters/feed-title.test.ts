/** What titles, places and times of announced events say. */
import { expect, test } from '@jest/globals';
import { localTime } from '../../adapters/feed/time.ts';
import { isCalledOff, numberIn, saysOnline } from '../../adapters/feed/title.ts';

test.each([
  ['Docker Meetup Tokyo #36', 36],
  ['Docker Meetup Tokyo ＃３６', 36],
  ['第12回 コンテナ勉強会', 12],
  ['コンテナ勉強会 第 3 回', 3],
  ['Container Night vol.7', 7],
  ['Container Night Vol. 7 〜秋の陣〜', 7],
  ['もくもく会 No.5', 5],
  ['C#12 の会', null],
  ['#golang もくもく会', null],
  ['RubyKaigi #2027', null],
  ['Node.js ver.24.1 の話', null],
  ['コンテナ勉強会', null],
])('%s has the number %s', (title, number) => {
  expect(numberIn(title)).toBe(number);
});

test('a title can say that the event is called off', () => {
  expect(
    ['【中止】もくもく会', '［開催中止］もくもく会', '[Cancelled] Night', '【 中止 】x'].every(isCalledOff),
  ).toBe(true);
  expect(['中止の技術', '【延期】もくもく会', 'Night [cancelled order]'].some(isCalledOff)).toBe(false);
});

test('a place can say that people meet online', () => {
  expect(['オンライン', 'Online', 'ＺＯＯＭ', '渋谷 + YouTube Live'].every(saysOnline)).toBe(true);
  expect(['渋谷ホール', 'Tokyo'].some(saysOnline)).toBe(false);
});

test.each([
  ['2027-03-10T19:00:00+09:00', 'Asia/Tokyo', '2027-03-10T19:00'],
  ['2027-03-10T10:00:30.123Z', 'Asia/Tokyo', '2027-03-10T19:00'],
  ['2027-03-28T01:30:00Z', 'Europe/Berlin', '2027-03-28T03:30'],
  ['2027-03-10T19:00:00', 'Asia/Tokyo', null],
  ['2027-03-10', 'Asia/Tokyo', null],
  ['2027-02-30T19:00:00+09:00', 'Asia/Tokyo', null],
  ['-000001-01-01T00:00:00Z', 'Asia/Tokyo', null],
  ['+275760-01-01T00:00:00Z', 'Asia/Tokyo', null],
  ['soon', 'Asia/Tokyo', null],
])('%s is in %s %s', (text, zone, expected) => {
  expect(localTime(text, zone)).toBe(expected);
});
