/** The one find from the archive. */
import { describe, expect, test } from '@jest/globals';
import { event, evening, only, reasons, report, setting, talk, told } from './week.ts';

const held = (id: string, date: string, slides = 0) =>
  report({
    id,
    date,
    parts: Array.from({ length: slides }, (_none, at) =>
      talk(`${id}${at}`, { slides: ['https://example.org/'] }),
    ),
  });

describe('this week', () => {
  test.each([
    ['a year ago', '2026-03-08', 1],
    ['three days off', '2025-03-05', 2],
    ['three days off on the other side', '2021-03-11', 6],
  ])('%s', (_when, date, years) => {
    const content = told({ reports: [held('r', date)] });
    expect(reasons(content, 'archive')).toEqual(['+r anniversary']);
    expect(only(content, 'archive').years).toBe(years);
  });

  test.each([
    ['four days off', '2021-03-12'],
    ['this very week', '2027-03-06'],
    ['known by its month alone', '2021-03'],
    ['known by its year alone', '2021'],
  ])('is not what is %s', (_what, date) => {
    expect(reasons(told({ reports: [held('r', date)] }), 'archive')).toEqual([]);
  });

  test('goes over the end of a year', () => {
    const content = told({ reports: [held('r', '2020-12-30')] }, { now: new Date('2027-01-01T00:00:00Z') });
    expect(only(content, 'archive').years).toBe(6);
    const other = told({ reports: [held('r', '2021-01-02')] }, { now: new Date('2027-12-30T00:00:00Z') });
    expect(only(other, 'archive').years).toBe(7);
  });

  test('prefers round numbers of years, then what has most slides; one is told', () => {
    const reports = [
      held('six', '2021-03-08', 9),
      held('five', '2022-03-08'),
      held('ten', '2017-03-08'),
      held('bare', '2024-03-08'),
    ];
    expect(reasons(told({ reports }), 'archive')).toEqual([
      '+ten anniversary',
      '-five cap',
      '-six cap',
      '-bare cap',
    ]);
  });

  test('is not what was told in the last year', () => {
    const reports = [held('five', '2022-03-08'), held('ten', '2017-03-08')];
    const first = told({ reports });
    const second = told({ reports }, { before: [first] });
    expect(reasons(second, 'archive')).toEqual(['-ten already-sent', '+five anniversary']);
    const nothing = told({});
    const later = told({ reports }, { before: [first, ...Array.from({ length: 52 }, () => nothing)] });
    expect(reasons(later, 'archive')[0]).toBe('+ten anniversary');
  });

  test('is not what is told as a new report', () => {
    const reports = [{ ...held('r', '2021-03-08'), published: '2027-03-05' }];
    const content = told({ reports });
    expect([reasons(content, 'reports'), reasons(content, 'archive')]).toEqual([['+r new'], []]);
  });
});

describe('what a coming event reminds of', () => {
  const reports = [
    report({ id: 'r', parts: [talk('t', { slides: ['https://example.org/t'] })], tags: ['go'] }),
  ];
  const reminds = new Map([['e', { id: 't', report: { id: 'r', title: 'コンテナの夜' } }]]);
  const happenings = [
    event({ id: 'first', start: evening(1), tags: ['go'] }),
    event({ id: 'e', title: 'Goの夜', start: evening(9), tags: ['go'] }),
  ];

  test('is told where there is no anniversary', () => {
    const content = told({ reports, reminds, happenings });
    expect(reasons(content, 'archive')).toEqual(['+t reminds']);
    expect(only(content, 'archive')).toMatchObject({
      remindedBy: 'Goの夜',
      talk: { id: 't' },
      years: null,
      url: 'https://example.org/t',
    });
  });

  test('is not told beside an anniversary', () => {
    const content = told({ reports: [...reports, held('old', '2021-03-08')], reminds, happenings });
    expect(reasons(content, 'archive')).toEqual(['+old anniversary']);
  });

  test('is told where the anniversary is none of the channel’s', () => {
    const content = told(
      { reports: [...reports, held('old', '2021-03-08')], reminds, happenings },
      { setting: { ...setting, tags: ['go'] } },
    );
    expect(reasons(content, 'archive')).toEqual(['-old tag', '+t reminds']);
  });

  test('is the report where the talk is gone', () => {
    const gone = new Map([['e', { id: 'x', report: { id: 'r', title: 'コンテナの夜' } }]]);
    expect(only(told({ reports, reminds: gone, happenings }), 'archive')).toMatchObject({
      id: 'r',
      talk: null,
    });
  });

  test.each([
    ['over', { start: evening(-3) }],
    ['called off', { status: 'cancelled' as const }],
  ])('is nothing where that is %s', (_what, facts) => {
    const gone = happenings.map((each) => ({ ...each, ...facts }));
    expect(reasons(told({ reports, reminds, happenings: gone }), 'archive')).toEqual([]);
  });

  test('is nothing where the report is gone', () => {
    expect(reasons(told({ reminds, happenings }), 'archive')).toEqual([]);
  });
});
