/** A digest that is too much for one message. */
import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, integer, property, shuffledSubarray } from 'fast-check';
import { isEmpty } from '../../src/digest/content.ts';
import type { Content } from '../../src/digest/content.ts';
import { shrink } from '../../src/digest/shrink.ts';
import { event, evening, report, setting, since, talk, told } from './week.ts';

const slides = [
  talk('t1', { slides: ['https://example.org/1'] }),
  talk('t2', { slides: ['https://example.org/2'] }),
];

const full = (sections = setting.sections): Content =>
  told(
    {
      happenings: [
        ...[1, 2, 3].map((days) => event({ id: `e${days}`, start: evening(days) })),
        event({ id: 'call', start: evening(35), text: '登壇者募集' }),
      ],
      reports: [
        ...['r1', 'r2'].map((id) => report({ id, published: '2027-03-05' })),
        report({ id: 'older', parts: slides }),
        report({ id: 'ago', date: '2021-03-08' }),
      ],
      knownSince: new Map(['t1', 't2'].map((id) => [`slides ${id}`, '2027-03-05T00:00:00.000Z'])),
    },
    { setting: { ...setting, sections } },
  );

const kept = ({ candidates }: Content): readonly string[] =>
  candidates.filter((each) => each.kept).map(({ id }) => id);

const atMost =
  (count: number) =>
  (content: Content): boolean =>
    kept(content).length <= count;

describe('what there is no room for', () => {
  test('is nothing where all fits', () => {
    const content = full();
    expect(shrink(content, () => true)).toBe(content);
  });

  test('is what matters least: the archive, slides, calls, reports, and then events, the last one first', () => {
    const left = Array.from({ length: 9 }, (_none, at) => kept(shrink(full(), atMost(9 - at))));
    expect(left).toEqual([
      ['e1', 'e2', 'e3', 'r1', 'r2', 't1', 't2', 'call', 'ago'],
      ['e1', 'e2', 'e3', 'r1', 'r2', 't1', 't2', 'call'],
      ['e1', 'e2', 'e3', 'r1', 'r2', 't1', 'call'],
      ['e1', 'e2', 'e3', 'r1', 'r2', 'call'],
      ['e1', 'e2', 'e3', 'r1', 'r2'],
      ['e1', 'e2', 'e3', 'r1'],
      ['e1', 'e2', 'e3'],
      ['e1', 'e2'],
      ['e1'],
    ]);
  });

  test('says so, and keeps its place', () => {
    const { candidates } = shrink(full(), atMost(8));
    expect(candidates.map(({ id }) => id)).toEqual(full().candidates.map(({ id }) => id));
    expect(candidates.at(-1)).toMatchObject({ id: 'ago', kept: false, reason: 'size' });
  });

  test('is never the last thing, even where that does not fit', () => {
    expect(kept(shrink(full(), () => false))).toEqual(['e1']);
    expect(kept(shrink(full(['slides', 'archive']), () => false))).toEqual(['t1']);
    const empty = told({});
    expect(shrink(empty, () => false)).toBe(empty);
  });

  test('is rather what is only coming than what is called off', () => {
    const before = [told({ happenings: [event({ id: 'e3', start: evening(3) })] }, { now: since })];
    const happenings = [1, 2, 3].map((days) =>
      event({ id: `e${days}`, start: evening(days), status: days === 3 ? 'cancelled' : 'scheduled' }),
    );
    expect(kept(shrink(told({ happenings }, { before }), atMost(1)))).toEqual(['e3']);
  });

  test('is left out until it fits, whatever the channel wants and however much fits', () => {
    assert(
      property(
        shuffledSubarray([...setting.sections]),
        integer({ min: 0, max: 10 }),
        constantFrom(1, 2, 3),
        (sections, most, weight) => {
          const content = full(sections);
          const fits = (of: Content): boolean => kept(of).length * weight <= most;
          const rest = shrink(content, fits);
          expect(fits(rest) || kept(rest).length <= 1).toBe(true);
          expect(isEmpty(rest)).toBe(isEmpty(content));
          expect(kept(content)).toEqual(expect.arrayContaining([...kept(rest)]));
        },
      ),
    );
  });
});
