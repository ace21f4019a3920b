import { describe, expect, test } from '@jest/globals';
import { endOfDay } from '../../src/event/day.ts';

describe('the end of a day', () => {
  test.each([
    ['2027-03-31', 'Asia/Tokyo', '2027-03-31T15:00:00.000Z'],
    ['2027/3/31', 'Asia/Tokyo', '2027-03-31T15:00:00.000Z'],
    ['２０２７-０３-３１', 'UTC', '2027-04-01T00:00:00.000Z'],
    // The clocks go forward on that day in New York: it has 23 hours.
    ['2027-03-14', 'America/New_York', '2027-03-15T04:00:00.000Z'],
  ])('%s in %s', (day, zone, instant) => {
    expect(endOfDay(day, zone)?.toISOString()).toBe(instant);
  });

  test.each(['2027-02-29', '2027-13-01', 'soon', '2027', ''])('%s is no day', (day) => {
    expect(endOfDay(day, 'Asia/Tokyo')).toBeNull();
  });
});
