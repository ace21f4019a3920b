import { describe, expect, test } from '@jest/globals';
import { mentionedIn } from '../../src/event/mentioned.ts';
import type { Mentioned, Report } from '../../src/model.ts';

const context = { zone: 'Asia/Tokyo', hash: (text: string) => `<${text}>` };

const mentioned = (facts: Partial<Mentioned>): Mentioned => ({
  title: 'ハンズオン #1',
  url: 'https://example.org/1',
  line: 7,
  date: '2018-04-06',
  start: '19:00',
  end: '21:00',
  place: '大阪',
  yearInferred: true,
  ...facts,
});

const report = (mentions: readonly Mentioned[], facts: Partial<Report> = {}): Report => ({
  id: 'aaaaaaaaaa',
  file: 'reports/a.md',
  title: 'Report',
  date: null,
  meetup: { date: null, series: null, number: null, city: null, url: null },
  sections: [],
  tags: [],
  language: null,
  links: [],
  mentioned: mentions,
  text: '',
  isTalk: false,
  speakers: [],
  slides: [],
  hidden: false,
  problems: [],
  ...facts,
});

describe('an event that a report mentions', () => {
  test('is a happening that was inferred, at the clock time of the community', () => {
    expect(mentionedIn(report([mentioned({})]), context)).toEqual([
      {
        id: '<https://example.org/1 2018-04-06>',
        title: 'ハンズオン #1',
        start: '2018-04-06T19:00:00+09:00',
        end: '2018-04-06T21:00:00+09:00',
        zone: 'Asia/Tokyo',
        place: '大阪',
        address: null,
        online: null,
        url: 'https://example.org/1',
        status: 'scheduled',
        sources: [{ feed: 'reports', url: 'https://example.org/1' }],
        series: null,
        number: null,
        tags: [],
        capacity: null,
        accepted: null,
        waiting: null,
        text: '',
        keys: ['url example.org/1', 'url example.org/1 2018-04-06'],
        provenance: {},
        conflicts: [],
        sequence: 0,
        talks: [],
        inferred: true,
      },
    ]);
  });

  test.each([
    [
      { start: null, end: null },
      { start: '2018-04-06', end: null },
    ],
    [
      { start: null, end: '21:00' },
      { start: '2018-04-06', end: null },
    ],
    [{ end: null }, { start: '2018-04-06T19:00:00+09:00', end: null }],
    [
      { start: '22:00', end: '01:00' },
      { start: '2018-04-06T22:00:00+09:00', end: null },
    ],
    [{ url: null }, { id: '<ハンズオン #1 2018-04-06>', url: null }],
  ])('with %j is as exact as the text', (facts, expected) => {
    expect(mentionedIn(report([mentioned(facts)]), context)).toMatchObject([expected]);
  });

  test('is none without a day, and none in a report that is not shown', () => {
    expect(mentionedIn(report([mentioned({ date: null })]), context)).toEqual([]);
    expect(mentionedIn(report([mentioned({})], { hidden: true }), context)).toEqual([]);
  });
});
