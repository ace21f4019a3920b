import { describe, expect, test } from '@jest/globals';
import { assert, array, constantFrom, property, record } from 'fast-check';
import { agenda } from '../../src/event/agenda.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import type { Happening } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const [plain] = occurrences(eventFile({}), { from: new Date(0), to: new Date('2100-01-01') });

const happening = (facts: Partial<Happening>): Happening => ({ ...(plain as Happening), ...facts });

const ids = (happenings: readonly Happening[]): readonly string[] => agenda(happenings).map(({ id }) => id);

describe('an agenda', () => {
  test('is in the order of the instants, whatever the zone, then of the ids', () => {
    const all = [
      happening({ id: 'e', start: '2027-03-10T12:00:00+01:00' }),
      happening({ id: 'd', start: '2027-03-10T19:00:00+09:00' }),
      happening({ id: 'c', start: '2027-03-10T10:00:00Z' }),
      happening({ id: 'b', start: '2027-03-10', zone: 'America/New_York' }),
      happening({ id: 'a', start: '2027-03-10', zone: 'Asia/Tokyo' }),
    ];
    expect(ids(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('has no event twice that a report mentions and a file describes: the file wins', () => {
    const file = happening({ id: 'file', url: 'https://www.EXAMPLE.org/event/' });
    const mention = happening({ id: 'mention', url: 'http://example.org/event#top', inferred: true });
    expect(agenda([mention, file])).toEqual([file]);
    expect(agenda([file, mention])).toEqual([file]);
  });

  test('has one mention of several with the same address: the first', () => {
    const url = 'https://example.org/1';
    expect(
      ids([
        happening({ id: 'x', url, inferred: true }),
        happening({ id: 'a', url, inferred: true }),
        happening({ id: 'b', url: 'https://example.org/2', inferred: true }),
      ]),
    ).toEqual(['b', 'x']);
  });

  test('keeps every occurrence of a series that has one address', () => {
    const url = 'https://example.org/series';
    expect(ids([happening({ id: 'a-1', url }), happening({ id: 'a-2', url })])).toEqual(['a-1', 'a-2']);
  });

  test('keeps apart what has no address', () => {
    expect(ids([happening({ id: 'a', inferred: true }), happening({ id: 'b' })])).toEqual(['a', 'b']);
  });

  test('does not depend on the order of what is known', () => {
    const some = record({
      id: constantFrom('a', 'b', 'c', 'd'),
      start: constantFrom('2027-03-10T19:00:00+09:00', '2027-03-11', '2027-03-10T10:00:00Z'),
    }).map(happening);
    assert(
      property(array(some), (all) => {
        const unique = [...new Map(all.map((each) => [each.id, each])).values()];
        expect(agenda(unique.toReversed())).toEqual(agenda(unique));
        expect(agenda(unique)).toHaveLength(unique.length);
      }),
    );
  });
});
