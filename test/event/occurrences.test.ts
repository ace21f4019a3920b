import { describe, expect, test } from '@jest/globals';
import { occurrences } from '../../src/event/occurrences.ts';
import type { EventFile } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const between = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

const year2027 = between('2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z');

const starts = (facts: Partial<EventFile>, when = year2027): readonly string[] =>
  occurrences(eventFile(facts), when).map(({ start }) => start);

describe('an event that happens once', () => {
  test('is one happening with all that its file says', () => {
    const facts = {
      title: 'コンテナの夜',
      end: '2027-03-10T21:00',
      place: '公民館',
      address: '港町 1-2-3',
      online: 'https://example.org/live',
      url: 'https://example.org/',
      series: '夜',
      number: 12,
      tags: ['docker'],
      capacity: 30,
      talks: [{ title: 'BuildKit', speakers: ['alice'], minutes: 20 }],
    };
    expect(occurrences(eventFile(facts), year2027)).toEqual([
      {
        ...facts,
        id: 'aaaaaaaaaa',
        start: '2027-03-10T19:00:00+09:00',
        end: '2027-03-10T21:00:00+09:00',
        zone: 'Asia/Tokyo',
        status: 'scheduled',
        sources: [{ feed: 'files', url: 'https://example.org/' }],
        accepted: null,
        waiting: null,
        text: '',
        inferred: false,
        keys: ['url example.org', 'url example.org 2027-03-10'],
        provenance: {},
        conflicts: [],
        sequence: 0,
      },
    ]);
  });

  test('is still there, and marked, when it is cancelled', () => {
    expect(occurrences(eventFile({ cancelled: true }), year2027)).toMatchObject([{ status: 'cancelled' }]);
  });

  test('never happens without a readable start', () => {
    expect(starts({ start: '' })).toEqual([]);
  });

  const end = '2027-03-10T21:00';
  test.each<[string, Partial<EventFile>, string, string, number]>([
    ['from before it', { end }, '2027-03-01T00:00:00Z', '2027-04-01T00:00:00Z', 1],
    ['while it goes on', { end }, '2027-03-10T11:59:59Z', '2027-04-01T00:00:00Z', 1],
    ['once it has ended', { end }, '2027-03-10T12:00:00Z', '2027-04-01T00:00:00Z', 0],
    ['once it has started, if no one knows its end', {}, '2027-03-10T10:00:00Z', '2027-04-01T00:00:00Z', 0],
    ['up to its start', { end }, '2027-03-01T00:00:00Z', '2027-03-10T10:00:00Z', 0],
    ['up to just after its start', { end }, '2027-03-01T00:00:00Z', '2027-03-10T10:00:01Z', 1],
    [
      'in the evening of a whole day',
      { start: '2027-03-10' },
      '2027-03-10T14:59:59Z',
      '2027-04-01T00:00:00Z',
      1,
    ],
    ['after a whole day', { start: '2027-03-10' }, '2027-03-10T15:00:00Z', '2027-04-01T00:00:00Z', 0],
    [
      'on the second of two days',
      { start: '2027-03-10', end: '2027-03-11' },
      '2027-03-11T14:59:59Z',
      '2027-04-01T00:00:00Z',
      1,
    ],
  ])('asked for %s', (_, facts, from, to, count) => {
    expect(starts(facts, between(from, to))).toHaveLength(count);
  });

  test('has plain dates for whole days', () => {
    const [first] = occurrences(eventFile({ start: '2027-03-10', end: '2027-03-11' }), year2027);
    expect(first).toMatchObject({ start: '2027-03-10', end: '2027-03-11' });
  });
});

describe('an event that repeats', () => {
  const monthly = { start: '2027-01-01T19:00', repeat: 'FREQ=MONTHLY;BYDAY=2WE' };

  test('begins with the first day that fits, and has an id for each day', () => {
    const found = occurrences(eventFile(monthly), between('2027-01-01T00:00:00Z', '2027-04-01T00:00:00Z'));
    expect(found.map(({ id, start }) => [id, start])).toEqual([
      ['aaaaaaaaaa-20270113', '2027-01-13T19:00:00+09:00'],
      ['aaaaaaaaaa-20270210', '2027-02-10T19:00:00+09:00'],
      ['aaaaaaaaaa-20270310', '2027-03-10T19:00:00+09:00'],
    ]);
  });

  test('ends with its last day, that day included', () => {
    expect(starts({ ...monthly, until: '2027-03-10' })).toHaveLength(3);
    expect(starts({ ...monthly, until: '2027-03-09' })).toHaveLength(2);
  });

  test.each([
    ['UNTIL=20270310', 3],
    ['UNTIL=20270309', 2],
    ['UNTIL=20270310T190000', 3],
    ['UNTIL=20270310T185959', 2],
    ['UNTIL=20270310T100000Z', 3],
    ['UNTIL=20270310T095959Z', 2],
    ['COUNT=5', 5],
  ])('ends where its rule says so: %s', (part, count) => {
    expect(starts({ ...monthly, repeat: `${monthly.repeat};${part}` })).toHaveLength(count);
    expect(starts({ ...monthly, repeat: `${part};${monthly.repeat}` })).toHaveLength(count);
  });

  test('keeps the clock time where clocks change', () => {
    const weekly = {
      start: '2027-03-18T19:00',
      end: '2027-03-18T21:00',
      zone: 'Europe/Berlin',
      repeat: 'FREQ=WEEKLY',
    };
    const found = occurrences(eventFile(weekly), between('2027-03-18T00:00:00Z', '2027-04-05T00:00:00Z'));
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      ['2027-03-18T19:00:00+01:00', '2027-03-18T21:00:00+01:00'],
      ['2027-03-25T19:00:00+01:00', '2027-03-25T21:00:00+01:00'],
      ['2027-04-01T19:00:00+02:00', '2027-04-01T21:00:00+02:00'],
    ]);
  });

  test('takes the first valid instant for a time that the clock jumps over, on that day alone', () => {
    const nightly = { start: '2027-03-27T02:30', zone: 'Europe/Berlin', repeat: 'FREQ=DAILY;COUNT=3' };
    expect(starts(nightly)).toEqual([
      '2027-03-27T02:30:00+01:00',
      '2027-03-28T03:00:00+02:00',
      '2027-03-29T02:30:00+02:00',
    ]);
  });

  test('takes the first of a time that comes twice', () => {
    expect(starts({ start: '2027-10-31T02:30', zone: 'Europe/Berlin' })).toEqual([
      '2027-10-31T02:30:00+02:00',
    ]);
  });

  test('starts a whole day where there is no midnight', () => {
    const when = between('2018-11-04T00:00:00Z', '2018-11-05T12:00:00Z');
    const daily = { start: '2018-11-03', zone: 'America/Sao_Paulo', repeat: 'FREQ=DAILY' };
    expect(starts(daily, when)).toEqual(['2018-11-03', '2018-11-04', '2018-11-05']);
  });

  test('includes the one that is still going on', () => {
    const nightly = { start: '2027-01-01T22:00', end: '2027-01-02T04:00', repeat: 'FREQ=DAILY' };
    const when = between('2027-03-09T18:00:00Z', '2027-03-10T12:00:00Z');
    expect(starts(nightly, when)).toEqual(
      ['2027-03-09T22:00:00+09:00', '2027-03-10T22:00:00+09:00'].slice(0, 1),
    );
  });

  test('is found at once however long ago it began', () => {
    const begun = performance.now();
    expect(starts({ start: '1970-01-01T19:00', repeat: 'FREQ=DAILY' })).toHaveLength(365);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('is bounded', () => {
    const ages = between('2000-01-01T00:00:00Z', '2199-01-01T00:00:00Z');
    expect(starts({ start: '2000-01-01T19:00', repeat: 'FREQ=DAILY' }, ages)).toHaveLength(366);
  });

  test.each(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=NEVER', 'nonsense', 'FREQ=DAILY;UNTIL=20270230'])(
    'by a rule that can not be followed does not happen: %s',
    (repeat) => {
      expect(starts({ repeat })).toEqual([]);
    },
  );
});
