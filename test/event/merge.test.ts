import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  constant,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
  tuple,
} from 'fast-check';
import { keysOf } from '../../src/event/identity.ts';
import { merge } from '../../src/event/merge.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import type { Happening } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const [plain] = occurrences(eventFile({}), { from: new Date(0), to: new Date('2100-01-01') });

/** As `feed` announces it. */
const from = (feed: string, facts: Partial<Happening> = {}, uid: string | null = null): Happening => {
  const happening = { ...(plain as Happening), id: `${feed}-id`, ...facts };
  const { url, start } = happening;
  return {
    ...happening,
    sources: [{ feed, url }],
    keys: keysOf({ url, uid, day: start.slice(0, 10), repeats: false }),
    inferred: feed === 'reports',
  };
};

const ids = (happenings: readonly Happening[]): readonly string[] => merge(happenings).map(({ id }) => id);

const page = 'https://docker.connpass.com/event/123/';

describe('events of several sources', () => {
  test('are in the order of the instants, whatever the zone, then of the ids', () => {
    const all = [
      from('files', { id: 'e', title: 'e', start: '2027-03-10T12:00:00+01:00' }),
      from('files', { id: 'd', title: 'd', start: '2027-03-10T19:00:00+09:00' }),
      from('files', { id: 'c', title: 'c', start: '2027-03-10T10:00:00Z' }),
      from('files', { id: 'b', title: 'b', start: '2027-03-10', zone: 'America/New_York' }),
      from('files', { id: 'a', title: 'a', start: '2027-03-10', zone: 'Asia/Tokyo' }),
    ];
    expect(ids(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are one by their address, however it is written', () => {
    const file = from('files', { url: 'https://www.EXAMPLE.org/event/' });
    const calendar = from('ical a', { url: 'http://example.org/event#top', title: 'Another title' });
    expect(ids([calendar, file])).toEqual(['files-id']);
  });

  test('are one by their UID, by their title and a start within 15 minutes, or by the day of a whole day', () => {
    const file = from('files', { title: 'Container Night' }, 'x@example.org');
    const at = (start: string) => from('ical a', { title: '【Container】 night', start });
    expect(merge([file, from('ical a', { title: 'Other' }, 'x@example.org')])).toHaveLength(1);
    expect(merge([file, at('2027-03-10T19:15:00+09:00')])).toHaveLength(1);
    expect(merge([file, at('2027-03-10T19:16:00+09:00')])).toHaveLength(2);
    expect(merge([file, at('2027-03-10')])).toHaveLength(1);
    expect(merge([file, at('2027-03-11')])).toHaveLength(2);
  });

  test('stay two where one feed says that they are two, even with one title or one address', () => {
    expect(merge([from('ical a', { id: '1' }), from('ical a', { id: '2' })])).toHaveLength(2);
    const group = { url: 'https://example.org/' };
    const all = [
      from('ical a', { ...group, id: '1', title: 'Spring' }),
      from('ical a', { ...group, id: '2', title: 'Summer', start: '2027-06-10T19:00:00+09:00' }),
      from('files', { ...group, id: '3', title: 'Autumn', start: '2027-10-10T19:00:00+09:00' }),
    ];
    expect(merge(all)).toHaveLength(3);
  });

  test('are not one because they share the page of their group, months apart', () => {
    const group = { url: 'https://example.org/' };
    const spring = from('files', { ...group, title: 'Spring' });
    const summer = from('ical a', { ...group, title: 'Summer', start: '2027-06-10T19:00:00+09:00' });
    expect(merge([spring, summer])).toHaveLength(2);
  });

  test('are one with all that any of them knows, and say who knows what', () => {
    const file = from('files', {
      url: page,
      title: 'Docker Meetup #36',
      series: 'Docker Meetup',
      number: 36,
      tags: ['docker'],
      capacity: 80,
    });
    const connpass = from('connpass', {
      url: page,
      title: 'Docker Meetup #36 【増枠】',
      place: '公民館',
      address: '港町 1-2-3',
      capacity: 100,
      accepted: 97,
      waiting: 3,
      tags: ['docker', 'kubernetes'],
    });
    const calendar = from('ical example.org', { url: page, online: 'https://example.org/live' });
    const [event, ...more] = merge([calendar, connpass, file]);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      id: 'files-id',
      title: 'Docker Meetup #36',
      place: '公民館',
      online: 'https://example.org/live',
      series: 'Docker Meetup',
      number: 36,
      capacity: 100,
      accepted: 97,
      waiting: 3,
      tags: ['docker', 'kubernetes'],
      sources: [
        { feed: 'files', url: page },
        { feed: 'connpass', url: page },
        { feed: 'ical example.org', url: page },
      ],
      provenance: { title: 'files', place: 'connpass', capacity: 'connpass', online: 'ical example.org' },
      conflicts: [],
    });
  });

  test('disagree visibly about the time, and the more trusted one is shown', () => {
    const file = from('files', { url: page, end: '2027-03-10T21:00:00+09:00' });
    const late = from('connpass', { url: page, start: '2027-03-10T20:00:00+09:00' });
    const long = from('doorkeeper', { url: page, end: '2027-03-10T22:00:00+09:00' });
    const [event] = merge([long, late, file]);
    expect(event).toMatchObject({
      start: '2027-03-10T19:00:00+09:00',
      end: '2027-03-10T21:00:00+09:00',
      conflicts: [
        { field: 'start', feed: 'connpass', value: '2027-03-10T20:00:00+09:00' },
        { field: 'end', feed: 'doorkeeper', value: '2027-03-10T22:00:00+09:00' },
      ],
    });
  });

  test('take the time of the day from whoever knows it', () => {
    const day = from('files', { url: page, start: '2027-03-10' });
    const timed = from('connpass', { url: page, end: '2027-03-10T21:00:00+09:00' });
    const [event] = merge([day, timed]);
    expect(event).toMatchObject({
      start: '2027-03-10T19:00:00+09:00',
      end: '2027-03-10T21:00:00+09:00',
      provenance: { title: 'files', start: 'connpass' },
      conflicts: [],
    });
  });

  test('are called off where anyone says so who announces them', () => {
    const [event] = merge([
      from('files', { url: page }),
      from('connpass', { url: page, status: 'cancelled' }),
    ]);
    expect(event).toMatchObject({ status: 'cancelled', provenance: { status: 'connpass' } });
  });

  test('have no event twice that a report mentions: what is known wins, and contradicts nobody', () => {
    const file = from('files', { url: page });
    const mention = from('reports', { url: page, start: '2027-03-12', title: 'the next one' });
    const again = from('reports', { url: page, id: 'again', start: '2027-03-12', title: 'next time' });
    const [event, ...more] = merge([mention, file, again]);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ id: 'files-id', start: file.start, inferred: false, conflicts: [] });
    expect(merge([mention, again])).toMatchObject([{ inferred: true }]);
  });
});

describe('merging again', () => {
  const feeds = ['files', 'connpass', 'doorkeeper', 'ical a', 'ical b', 'reports'];
  const some = tuple(
    constantFrom(...feeds),
    record({
      id: constantFrom('1', '2', '3', '4', '5'),
      title: constantFrom('Night', 'night!', 'Day', '夜'),
      start: integer({ min: 0, max: 5 }).map(
        (minutes) => `2027-03-10T19:${String(minutes * 7).padStart(2, '0')}:00+09:00`,
      ),
      url: constantFrom(null, page, 'https://example.org/', 'https://example.org/1'),
    }),
    constantFrom(null, 'a', 'b'),
  ).map(([feed, facts, uid]) => from(feed, facts, uid));
  const reordered = array(some, { maxLength: 12 }).chain((all) =>
    tuple(constant(all), shuffledSubarray(all, { minLength: all.length }), shuffledSubarray(all)),
  );

  test('in any order, or with what is there already, gives the same events: 1,000 times', () => {
    assert(
      property(reordered, ([all, shuffled, twice]) => {
        const merged = merge(all);
        expect(merge(shuffled)).toEqual(merged);
        expect(merge([...shuffled, ...twice])).toEqual(merged);
      }),
      { numRuns: 1000 },
    );
  });

  test('loses no source, and never has two of one feed in one event', () => {
    assert(
      property(array(some, { maxLength: 12 }), (all) => {
        const merged = merge(all);
        const known = new Set(
          all.filter(({ inferred }) => !inferred).map(({ id, sources }) => `${sources[0]?.feed} ${id}`),
        );
        const told = merged.flatMap(({ sources }) => sources.filter(({ feed }) => feed !== 'reports'));
        expect(new Set(told.map(({ feed }) => feed))).toEqual(
          new Set([...known].map((each) => each.slice(0, -2))),
        );
        for (const { sources } of merged) {
          const own = sources.filter(({ feed }) => feed !== 'reports').map(({ feed }) => feed);
          expect(new Set(own).size).toBe(own.length);
        }
      }),
    );
  });
});
