/** The digests that a channel will really have. 1 March 2027 is a Monday. */
import { expect, test } from '@jest/globals';
import { usualDigest } from '../../src/content/digest-setting.ts';
import type { Appearance } from '../../src/digest/channel.ts';
import { comingSlots, isPausedAt, skippedSlot } from '../../src/digest/coming.ts';
import type { Running } from '../../src/digest/coming.ts';

const zone = 'Asia/Tokyo';
const noon = new Date('2027-03-01T12:00:00+09:00');

const channel = (about: Partial<Running> & { readonly schedule?: string } = {}): Running => {
  const { schedule = '0 9 * * 1', ...more } = about;
  return {
    setting: { ...usualDigest, schedule },
    paused: null,
    trouble: null,
    skips: null,
    recent: [],
    ...more,
  };
};

const told = (period: string, day: string): Appearance => ({
  period,
  day,
  at: '2027-03-01T00:00:00.000Z',
  outcome: 'posted',
  items: 1,
  key: period,
});

const days = (about: Running, count = 3): readonly string[] =>
  comingSlots(about, zone, noon, count).map(({ day }) => day);

const usual = ['2027-03-08', '2027-03-15', '2027-03-22'];

test('are those of its schedule', () => {
  expect(days(channel())).toEqual(usual);
  expect(days(channel({ schedule: '0 15 * * *' }))).toEqual(['2027-03-01', '2027-03-02', '2027-03-03']);
});

test('are none of one that is paused for good, or rests for what is wrong', () => {
  expect(days(channel({ paused: { until: null } }))).toEqual([]);
  expect(days(channel({ trouble: 'is_archived' }))).toEqual([]);
});

test('begin when the pause ends, with the one of that very moment', () => {
  const until = (time: string): readonly string[] => days(channel({ paused: { until: time } }), 1);
  expect(until('2027-03-15T00:00:00.000Z')).toEqual(['2027-03-15']);
  expect(until('2027-03-15T00:00:00.001Z')).toEqual(['2027-03-22']);
  expect(until('2027-02-01T00:00:00.000Z')).toEqual(['2027-03-08']);
});

test('are not the one that is left out', () => {
  expect(days(channel({ skips: '2027-W10' }))).toEqual(['2027-03-15', '2027-03-22', '2027-03-29']);
  expect(days(channel({ skips: '2026-W10' }))).toEqual(usual);
});

test('are not those of a week or a day that has had one', () => {
  expect(days(channel({ schedule: '0 9 * * 4', recent: [told('2027-W09', '2027-03-01')] }))).toEqual([
    '2027-03-11',
    '2027-03-18',
    '2027-03-25',
  ]);
  expect(days(channel({ schedule: '0 15 * * *', recent: [told('2027-W09', '2027-03-01')] }), 1)).toEqual([
    '2027-03-02',
  ]);
});

test('are by the clock of the channel', () => {
  const setting = { ...usualDigest, zone: 'America/New_York' };
  expect(comingSlots({ ...channel(), setting }, zone, noon, 1)[0]?.at).toEqual(
    new Date('2027-03-01T14:00:00.000Z'),
  );
});

test('the one that is left out is known as long as it is to come', () => {
  expect(skippedSlot(channel({ skips: '2027-W10' }), zone, noon)?.day).toBe('2027-03-08');
  expect(skippedSlot(channel({ skips: '2027-W08' }), zone, noon)).toBeNull();
  expect(skippedSlot(channel(), zone, noon)).toBeNull();
});

test('a pause ends at its end', () => {
  const until = '2027-03-15T00:00:00.000Z';
  expect(isPausedAt(new Date('2027-03-14T23:59:59.999Z'), { until })).toBe(true);
  expect(isPausedAt(new Date(until), { until })).toBe(false);
  expect(isPausedAt(noon, { until: null })).toBe(true);
  expect(isPausedAt(noon, null)).toBe(false);
});
