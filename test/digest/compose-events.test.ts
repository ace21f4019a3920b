/** What a digest tells of events, and why. */
import { describe, expect, test } from '@jest/globals';
import { amended } from '../../src/digest/amend.ts';
import { seenOf } from '../../src/event/change.ts';
import { event, evening, only, reasons, setting, since, told } from './week.ts';

const fresh = '2027-03-05T00:00:00.000Z';
const old = '2027-02-01T00:00:00.000Z';

/** What the channel was told last week of an event as it was then. */
const before = (facts: Parameters<typeof event>[0]) => [told({ happenings: [event(facts)] }, { now: since })];

const known = (at: string) => new Map([['event e', at]]);

describe('events', () => {
  const on = evening(9);
  const cases: readonly [why: string, content: ReturnType<typeof told>, reason: string][] = [
    [
      'known since the last digest',
      told({ happenings: [event({ id: 'e', start: on })], knownSince: known(fresh) }),
      '+e new',
    ],
    [
      'known for long',
      told({ happenings: [event({ id: 'e', start: on })], knownSince: known(old) }),
      '+e coming',
    ],
    [
      'of which nothing is known, in the first digest',
      told({ happenings: [event({ id: 'e', start: on })] }),
      '+e coming',
    ],
    [
      'of which nothing is known, where others were told before',
      told({ happenings: [event({ id: 'e', start: on })] }, { before: before({ id: 'other', start: on }) }),
      '+e new',
    ],
    [
      'told before',
      told(
        { happenings: [event({ id: 'e', start: on })], knownSince: known(fresh) },
        { before: before({ id: 'e', start: on }) },
      ),
      '+e coming',
    ],
    [
      'told before with another start',
      told(
        { happenings: [event({ id: 'e', start: on })] },
        { before: before({ id: 'e', start: evening(7) }) },
      ),
      '+e moved',
    ],
    [
      'told before with its day alone',
      told(
        { happenings: [event({ id: 'e', start: on })] },
        { before: before({ id: 'e', start: on.slice(0, 10) }) },
      ),
      '+e moved',
    ],
    [
      'moved farther away than others are told',
      told(
        { happenings: [event({ id: 'e', start: evening(40) })] },
        { before: before({ id: 'e', start: on }) },
      ),
      '+e moved',
    ],
    [
      'told before as taking place, and called off',
      told(
        { happenings: [event({ id: 'e', start: on, status: 'cancelled' })] },
        { before: before({ id: 'e', start: on }) },
      ),
      '+e cancelled',
    ],
    [
      'called off before anyone was told',
      told({ happenings: [event({ id: 'e', start: on, status: 'cancelled' })], knownSince: known(fresh) }),
      '-e was-cancelled',
    ],
    [
      'in four weeks and some hours',
      told({ happenings: [event({ id: 'e', start: evening(28) })] }),
      '-e window',
    ],
    [
      'that is going on',
      told({ happenings: [event({ id: 'e', start: '2027-03-08', end: '2027-03-09' })] }),
      '+e coming',
    ],
    [
      'without the tag that the channel wants',
      told(
        { happenings: [event({ id: 'e', start: on, tags: ['go'] })] },
        { setting: { ...setting, tags: ['docker'] } },
      ),
      '-e tag',
    ],
    [
      'with that tag, written otherwise',
      told(
        { happenings: [event({ id: 'e', start: on, tags: ['Ｄocker'] })] },
        { setting: { ...setting, tags: ['go', 'docker'] } },
      ),
      '+e coming',
    ],
    [
      'of another series',
      told(
        { happenings: [event({ id: 'e', start: on })] },
        { setting: { ...setting, series: ['Docker Meetup Tokyo'] } },
      ),
      '-e series',
    ],
    [
      'of the series that the channel wants',
      told(
        { happenings: [event({ id: 'e', start: on, series: 'docker meetup tokyo' })] },
        { setting: { ...setting, series: ['Docker Meetup Tokyo'] } },
      ),
      '+e coming',
    ],
    [
      'in a channel that wants no events',
      told(
        { happenings: [event({ id: 'e', start: on })] },
        { setting: { ...setting, sections: ['reports'] } },
      ),
      '-e section-off',
    ],
  ];

  test.each(cases)('one %s', (_why, content, reason) => {
    expect(reasons(content, 'events')).toEqual([reason]);
  });

  test('one that is over, or twice as far away as others are told, is no candidate', () => {
    const happenings = [event({ id: 'over', start: evening(-1) }), event({ id: 'far', start: evening(56) })];
    expect(told({ happenings }).candidates).toEqual([]);
  });

  test('a moved one says when it was to be', () => {
    const content = told(
      { happenings: [event({ id: 'e', start: on })] },
      { before: before({ id: 'e', start: evening(7) }) },
    );
    expect(only(content, 'events').movedFrom).toBe(evening(7));
    const next = told({ happenings: [event({ id: 'e', start: on })] }, { before: [content] });
    expect(only(next, 'events')).toMatchObject({ reason: 'coming', movedFrom: null });
  });

  test('that one is called off is told once', () => {
    const happenings = [event({ id: 'e', start: on, status: 'cancelled' })];
    const first = told({ happenings }, { before: before({ id: 'e', start: on }) });
    expect(reasons(first, 'events')).toEqual(['+e cancelled']);
    expect(reasons(told({ happenings }, { before: [first] }), 'events')).toEqual(['-e already-sent']);
  });

  test('who was asked to speak at an event hears that it is called off', () => {
    const sections = ['calls'] as const;
    const facts = { id: 'e', start: evening(30), text: '登壇者を募集しています' };
    const asked = told({ happenings: [event(facts)] }, { now: since, setting: { ...setting, sections } });
    const off = told({ happenings: [event({ ...facts, status: 'cancelled' })] }, { before: [asked] });
    expect(reasons(off, 'events')).toEqual(['+e cancelled']);
    const seen = seenOf(event({ ...facts, status: 'cancelled' }));
    const right = amended(asked, new Map([['e', seen]]));
    const later = told(
      { happenings: [event({ ...facts, status: 'cancelled' })] },
      { before: right === null ? [] : [right] },
    );
    expect(reasons(later, 'events')).toEqual(['+e cancelled']);
  });

  test.each([
    ['called off', { status: 'cancelled' as const }, '+e cancelled', '-e already-sent'],
    ['moved', { start: evening(11) }, '+e moved', '+e coming'],
  ])(
    'one that is %s is told once more, though what was told of it has been put right',
    (_how, facts, first, then) => {
      const happening = event({ id: 'e', start: on, ...facts });
      const [said] = before({ id: 'e', start: on });
      const right = said && amended(said, new Map([['e', seenOf(happening)]]));
      if (!right) throw new Error('nothing was put right');
      expect(reasons(right, 'events')).toEqual([first]);
      const content = told({ happenings: [happening] }, { before: [right] });
      expect(reasons(content, 'events')).toEqual([first]);
      const next = told({ happenings: [happening] }, { before: [right, content] });
      expect(reasons(next, 'events')).toEqual([then]);
    },
  );

  test('one that had no room stays behind its button when it is called off', () => {
    const all = [1, 2, 3, 4, 5, 6].map((days) => event({ id: `e${days}`, start: evening(days) }));
    const off = seenOf(event({ id: 'e6', start: evening(6), status: 'cancelled' }));
    const right = amended(told({ happenings: all }), new Map([['e6', off]]));
    expect(right && reasons(right, 'events').at(-1)).toBe('-e6 cap');
    const happenings = all.map((each) =>
      each.id === 'e6' ? { ...each, status: 'cancelled' as const } : each,
    );
    const next = told({ happenings }, { before: right === null ? [] : [right] });
    expect(reasons(next, 'events').at(-1)).toBe('-e6 was-cancelled');
  });

  test('one that was only concluded says so', () => {
    const content = told({ happenings: [event({ id: 'e', start: on, inferred: true })] });
    expect(only(content, 'events').event.inferred).toBe(true);
  });

  test('they are told by start, five of them; the rest is behind a button', () => {
    const happenings = [6, 2, 4, 1, 3, 7, 5].map((days) => event({ id: `e${days}`, start: evening(days) }));
    const content = told({ happenings });
    expect(reasons(content, 'events')).toEqual([
      '+e1 coming',
      '+e2 coming',
      '+e3 coming',
      '+e4 coming',
      '+e5 coming',
      '-e6 cap',
      '-e7 cap',
    ]);
  });

  test('what holds no longer has room before what is only coming', () => {
    const all = [1, 2, 3, 4, 5, 6].map((days) => event({ id: `e${days}`, start: evening(days) }));
    const happenings = all.map((each) =>
      each.id === 'e6' ? { ...each, status: 'cancelled' as const } : each,
    );
    const content = told({ happenings }, { before: before({ id: 'e6', start: evening(6) }) });
    expect(reasons(content, 'events').slice(-2)).toEqual(['-e5 cap', '+e6 cancelled']);
  });

  test('a circle that meets every day leaves room for others', () => {
    const daily = [1, 2, 3, 4, 5].map((days) =>
      event({ id: `circle-202703${String(8 + days).padStart(2, '0')}`, start: evening(days) }),
    );
    const others = [10, 11, 12, 13].map((days) => event({ id: `e${days}`, start: evening(days) }));
    const content = told({ happenings: [...daily, ...others] });
    const kept = content.candidates.filter(({ kept: isTold }) => isTold).map(({ id }) => id);
    expect(kept.slice(1)).toEqual(['e10', 'e11', 'e12', 'e13']);
  });
});
