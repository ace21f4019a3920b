/** What a digest tells of reports and of slides, and why. */
import { describe, expect, test } from '@jest/globals';
import { mostDropped } from '../../src/digest/choose.ts';
import { now, only, reasons, report, setting, since, talk, told } from './week.ts';

const fresh = '2027-03-05T00:00:00.000Z';
const old = '2027-02-01T00:00:00.000Z';

describe('reports', () => {
  test.each([
    ['that the bot knows since then', report(), fresh, '+r new'],
    [
      'that the bot knows for longer, though its date is later',
      report({ published: '2027-03-05' }),
      old,
      '-r window',
    ],
    ['published since then', report({ published: '2027-03-05' }), null, '+r new'],
    ['published on the day of the last digest', report({ published: '2027-03-01' }), null, '+r new'],
    ['published on the day of this digest', report({ published: '2027-03-08' }), null, '+r new'],
    ['published before', report({ published: '2027-02-28' }), null, '-r window'],
    ['of that month', report({ published: '2027-03' }), null, '-r window'],
    ['of that year', report({ published: '2027' }), null, '-r window'],
    ['that nobody dated', report(), null, '-r window'],
  ])('one %s', (_what, entry, known, reason) => {
    const knownSince = new Map(known === null ? [] : [['report r', known]]);
    expect(reasons(told({ reports: [entry], knownSince }), 'reports')).toEqual([reason]);
  });

  test.each([
    [{ tags: ['docker'] }, '-r tag'],
    [{ tags: ['Go'] }, '+r new'],
    [{ series: ['Docker Meetup Tokyo'] }, '-r series'],
    [{ series: ['GO 勉強会'] }, '+r new'],
    [{ tags: ['go'], series: ['Docker Meetup Tokyo'] }, '-r series'],
    [{ sections: ['events'] }, '-r section-off'],
  ] as const)('a channel that wants %j', (wish, reason) => {
    const reports = [report({ published: '2027-03-05', tags: ['go'], series: 'Go勉強会' })];
    expect(reasons(told({ reports }, { setting: { ...setting, ...wish } }), 'reports')).toEqual([reason]);
  });

  test('a day is one of the zone', () => {
    const reports = [report({ published: '2027-02-28' })];
    const at = { since: new Date('2027-02-28T20:00:00Z') };
    expect(reasons(told({ reports }, at), 'reports')).toEqual(['-r window']);
    const there = { ...at, zone: 'America/New_York' };
    expect(reasons(told({ reports }, there), 'reports')).toEqual(['+r new']);
  });

  test('what was told on its day is told once, and what came after that on the same day is told by the next', () => {
    const monday = report({ id: 'early', published: '2027-03-01' });
    const later = report({ id: 'late', published: '2027-03-01' });
    const first = told({ reports: [monday] }, { now: since, since: new Date('2027-02-22T00:00:00Z') });
    expect(reasons(first, 'reports')).toEqual(['+early new']);
    const next = told({ reports: [monday, later] }, { before: [first] });
    expect(reasons(next, 'reports')).toEqual(['-early already-sent', '+late new']);
  });

  test('the newest comes first, five of them are told, and of older ones twenty can be seen', () => {
    const days = Array.from({ length: 60 }, (_none, at) => new Date(now.getTime() - at * 24 * 60 * 60_000));
    const reports = days.map((day, at) =>
      report({ id: `r${at}`, published: day.toISOString().slice(0, 10) }),
    );
    const said = reasons(told({ reports: reports.toReversed() }), 'reports');
    expect(said.slice(0, 9)).toEqual([
      '+r0 new',
      '+r1 new',
      '+r2 new',
      '+r3 new',
      '+r4 new',
      '-r5 cap',
      '-r6 cap',
      '-r7 cap',
      '-r8 window',
    ]);
    expect(said).toHaveLength(8 + mostDropped);
  });

  test('however many are taken in at once, as many as people would look at are kept, and the rest is counted', () => {
    const reports = Array.from({ length: 400 }, (_none, at) => report({ id: `r${at}` }));
    const knownSince = new Map(reports.map(({ id }) => [`report ${id}`, fresh]));
    const content = told({ reports, knownSince });
    expect(reasons(content, 'reports')).toHaveLength(5 + mostDropped);
    expect(content.beyond?.reports).toBe(400 - 5 - mostDropped);
  });

  test('one is told with its first talks, and how many there are', () => {
    const speakers = [{ name: '山田花子', handle: 'hanako', url: null }];
    const parts = ['1', '2', '3', '4'].map((id) => talk(id, { speakers }));
    const content = told({ reports: [report({ published: '2027-03-05', talks: 4, parts })] });
    const { talks, parts: named } = only(content, 'reports').report;
    expect([talks, named.map(({ id }) => id)]).toEqual([4, ['1', '2', '3']]);
    expect(named[0]?.speakers).toEqual(['山田花子 (@hanako)']);
  });

  test('a title that nobody would read to its end is cut', () => {
    const content = told({ reports: [report({ published: '2027-03-05', title: '長'.repeat(5000) })] });
    expect(only(content, 'reports').title.length).toBeLessThanOrEqual(200);
  });
});

describe('slides', () => {
  const parts = [talk('t', { slides: ['https://speakerdeck.com/t'] })];
  const older = report({ published: '2027-01-10', parts, tags: ['go'] });
  const knownSince = new Map([['slides t', fresh]]);

  test('that turned up since then are told', () => {
    const content = told({ reports: [older], knownSince });
    expect(reasons(content, 'slides')).toEqual(['+t slides']);
    expect(only(content, 'slides').url).toBe('https://speakerdeck.com/t');
  });

  test('that are known for longer are not', () => {
    const content = told({ reports: [older], knownSince: new Map([['slides t', old]]) });
    expect(reasons(content, 'slides')).toEqual(['-t window']);
  });

  test('of which nothing is known are no candidates, nor are those that are gone', () => {
    expect(reasons(told({ reports: [older] }), 'slides')).toEqual([]);
    const gone = report({ published: '2027-01-10', parts: [talk('t')] });
    expect(reasons(told({ reports: [gone], knownSince }), 'slides')).toEqual([]);
  });

  test('are told once', () => {
    const first = told({ reports: [older], knownSince });
    expect(reasons(told({ reports: [older], knownSince }, { before: [first] }), 'slides')).toEqual([
      '-t already-sent',
    ]);
  });

  test('of a report that is told as a new one are told with it', () => {
    const content = told({ reports: [{ ...older, published: '2027-03-05' }], knownSince });
    expect(reasons(content, 'reports')).toEqual(['+r new']);
    expect(reasons(content, 'slides')).toEqual(['-t already-sent']);
  });

  test('of a report that was told before they turned up are told', () => {
    const first = told(
      { reports: [{ ...older, published: '2027-02-25', parts: [talk('t')] }] },
      { now: since, since: new Date('2027-02-22T00:00:00Z') },
    );
    const content = told(
      { reports: [{ ...older, published: '2027-02-25' }], knownSince },
      { before: [first] },
    );
    expect(reasons(content, 'slides')).toEqual(['+t slides']);
  });

  test('of a report that the channel does not want are dropped for that', () => {
    const content = told({ reports: [older], knownSince }, { setting: { ...setting, tags: ['docker'] } });
    expect(reasons(content, 'slides')).toEqual(['-t tag']);
  });
});
