/** What a digest asks for: speakers, and reports. */
import { describe, expect, test } from '@jest/globals';
import { event, evening, only, reasons, report, setting, told } from './week.ts';

describe('speakers', () => {
  const text = 'LTしてくれる人を募集しています';

  test.each([
    ['comes within six weeks', { start: evening(40), text }, ['+e seats']],
    ['comes later', { start: evening(43), text }, []],
    ['has begun', { start: '2027-03-08T08:00:00+09:00', end: '2027-03-08T10:00:00+09:00', text }, []],
    ['looks for nobody', { start: evening(9) }, []],
    ['is called off', { start: evening(9), text, status: 'cancelled' as const }, []],
    ['was only concluded', { start: evening(9), text, inferred: true }, []],
  ])('are asked for where an event %s', (_what, facts, expected) => {
    expect(reasons(told({ happenings: [event({ id: 'e', ...facts })] }), 'calls')).toEqual(expected);
  });

  test('are not asked for twice in a row, and again after that', () => {
    const happenings = [event({ id: 'e', start: evening(30), text })];
    const first = told({ happenings });
    expect(only(first, 'calls').wanted).toBe('speakers');
    const second = told({ happenings }, { before: [first] });
    expect(reasons(second, 'calls')).toEqual(['-e already-sent']);
    const third = told({ happenings }, { before: [first, second] });
    expect(reasons(third, 'calls')).toEqual(['-e already-sent']);
    const fourth = told({ happenings }, { before: [first, second, third] });
    expect(reasons(fourth, 'calls')).toEqual(['+e seats']);
  });
});

describe('a report', () => {
  const over = (days: number, facts: Parameters<typeof event>[0] = {}) =>
    event({ id: 'e', title: 'コンテナの夜 #12', start: evening(-days), ...facts });

  test.each([
    ['yesterday', over(1), []],
    ['three days ago', over(3), ['+e no-report']],
    ['two weeks ago', over(14), ['+e no-report']],
    ['more than two weeks ago', over(15), []],
    ['three days ago, if it had not been called off', over(3, { status: 'cancelled' }), []],
    ['three days ago, as one concluded', over(3, { inferred: true }), []],
  ])('is asked for of an event that was %s', (_when, happening, expected) => {
    expect(reasons(told({ happenings: [happening] }), 'calls')).toEqual(expected);
  });

  test('is asked for once', () => {
    const first = told({ happenings: [over(3)] });
    const empty = told({});
    expect(only(first, 'calls').wanted).toBe('report');
    const later = told({ happenings: [over(10)] }, { before: [first, empty, empty] });
    expect(reasons(later, 'calls')).toEqual(['-e already-sent']);
  });

  test('is asked for of an event that speakers were asked for', () => {
    const text = '登壇者募集中';
    const asked = told({ happenings: [event({ id: 'e', start: evening(9), text })] });
    const content = told({ happenings: [over(3, { text })] }, { before: [asked] });
    expect(reasons(content, 'calls')).toEqual(['+e no-report']);
  });

  test('is not asked for where there is one', () => {
    const reports = [report({ title: 'コンテナの夜 #12 に行ってきた', date: evening(-3).slice(0, 10) })];
    expect(reasons(told({ happenings: [over(3)], reports }), 'calls')).toEqual([]);
  });

  test('is not asked for in a channel of another series', () => {
    const content = told(
      { happenings: [over(3)] },
      { setting: { ...setting, series: ['Docker Meetup Tokyo'] } },
    );
    expect(reasons(content, 'calls')).toEqual(['-e series']);
  });

  test('is asked for three times at most', () => {
    const happenings = ['a', 'b', 'c', 'd'].map((id) => over(3, { id }));
    expect(reasons(told({ happenings }), 'calls')).toEqual([
      '+a no-report',
      '+b no-report',
      '+c no-report',
      '-d cap',
    ]);
  });
});
