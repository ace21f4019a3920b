import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { keysOf } from '../../src/event/identity.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import { isSilent, plan } from '../../src/event/plan.ts';
import type { KnownEvent, Step } from '../../src/event/plan.ts';
import type { Happening } from '../../src/model.ts';
import { eventFile } from './event-file.ts';

const now = new Date('2027-03-01T00:00:00Z');
const until = new Date('2028-03-01T00:00:00Z');
const feeds = ['files', 'connpass'];

const [plain] = occurrences(eventFile({}), { from: now, to: until });

const happening = (facts: Partial<Happening> = {}): Happening => {
  const made = { ...(plain as Happening), ...facts };
  const { url, start } = made;
  return { ...made, keys: keysOf({ url, uid: null, day: start.slice(0, 10), repeats: false }) };
};

const planned = (known: readonly KnownEvent[], happenings: readonly Happening[], at = now): readonly Step[] =>
  plan({ known, happenings, now: at, until, feeds });

/** What is known once a plan has been carried out. */
function after(known: readonly KnownEvent[], steps: readonly Step[]): readonly KnownEvent[] {
  const events = new Map(known.map((event) => [event.id, event]));
  for (const step of steps) {
    if (step.step === 'create' || step.step === 'update') events.set(step.event.id, step.event);
    else events.delete(step.before.id);
  }
  return [...events.values()];
}

const knowing = (...happenings: readonly Happening[]): readonly KnownEvent[] =>
  after([], planned([], happenings));

const changesOf = (before: Partial<Happening>, now_: Partial<Happening>) => {
  const [step] = planned(knowing(happening(before)), [happening(now_)]);
  return step?.step === 'update' ? step.changes : (step?.step ?? null);
};

describe('a plan', () => {
  test('creates what is new, and does nothing the second time', () => {
    const all = [happening(), happening({ id: 'bbbbbbbbbb', title: '朝', url: 'https://example.org/2' })];
    const steps = planned([], all);
    expect(steps.map(({ step }) => step)).toEqual(['create', 'create']);
    expect(planned(after([], steps), all)).toEqual([]);
  });

  test.each<[string, Partial<Happening>, Partial<Happening>, unknown]>([
    [
      'moved',
      {},
      { start: '2027-03-13T14:00:00+09:00' },
      [
        {
          kind: 'moved',
          from: { start: '2027-03-10T19:00:00+09:00', zone: 'Asia/Tokyo' },
          to: { start: '2027-03-13T14:00:00+09:00', zone: 'Asia/Tokyo' },
        },
      ],
    ],
    ['the same instant, written otherwise', {}, { start: '2027-03-10T10:00:00Z' }, []],
    ['cancelled', {}, { status: 'cancelled' }, [{ kind: 'cancelled' }]],
    ['on again', { status: 'cancelled' }, {}, [{ kind: 'revived' }]],
    ['renamed', {}, { title: '朝' }, [{ kind: 'renamed', from: '夜', to: '朝' }]],
    ['elsewhere', { place: 'A' }, { place: 'B' }, [{ kind: 'relocated', from: 'A', to: 'B' }]],
    ['counts alone', { capacity: 30, accepted: 3 }, { capacity: 40, accepted: 5 }, []],
    ['full', { capacity: 30, accepted: 29 }, { capacity: 30, accepted: 30 }, []],
    [
      'seats again',
      { capacity: 30, accepted: 30 },
      { capacity: 30, accepted: 28 },
      [{ kind: 'opened', seats: 2 }],
    ],
    [
      'seats, and people who wait for them',
      { capacity: 30, accepted: 30, waiting: 5 },
      { capacity: 30, accepted: 28, waiting: 3 },
      [],
    ],
    ['nothing but another text', { text: 'a' }, { text: 'b' }, null],
  ])('says what people notice: %s', (_name, before, now_, changes) => {
    expect(changesOf(before, now_)).toEqual(changes);
  });

  test('counts what people see, for calendars: a change of seats is none', () => {
    const known = knowing(happening({ capacity: 30, accepted: 30 }));
    const seats = after(known, planned(known, [happening({ capacity: 30, accepted: 3 })]));
    expect(seats[0]?.sequence).toBe(0);
    const moved = after(seats, planned(seats, [happening({ start: '2027-03-11T19:00:00+09:00' })]));
    expect(moved[0]?.sequence).toBe(1);
  });

  test('knows an event again whose id has changed, by its address or its title and start', () => {
    const url = 'https://docker.connpass.com/event/1/';
    const known = knowing(happening({ url }));
    const [step] = planned(known, [happening({ id: 'bbbbbbbbbb', url, start: '2027-03-11T19:00:00+09:00' })]);
    expect(step).toMatchObject({ step: 'update', event: { id: 'aaaaaaaaaa' }, changes: [{ kind: 'moved' }] });
    expect(planned(knowing(happening()), [happening({ id: 'bbbbbbbbbb' })])).toMatchObject([
      { step: 'update', event: { id: 'aaaaaaaaaa', current: 'bbbbbbbbbb' }, changes: [] },
    ]);
  });

  test('takes no new event for another one with the address of their group', () => {
    const url = 'https://example.org/';
    const known = knowing(happening({ id: 'a', url, title: 'A' }), happening({ id: 'b', url, title: 'B' }));
    const all = [
      happening({ id: 'c', url, title: 'C', start: '2027-04-10T19:00:00+09:00' }),
      happening({ id: 'a', url, title: 'A' }),
      happening({ id: 'b', url, title: 'B' }),
    ];
    expect(planned(known, all).map(({ step }) => step)).toEqual(['create']);
  });

  test('withdraws what is announced no longer, unless nobody is asked any more, or it was inferred or cancelled', () => {
    const from = (feed: string, facts: Partial<Happening> = {}) =>
      planned(knowing(happening({ sources: [{ feed, url: null }], ...facts })), []).map(({ step }) => step);
    expect(from('connpass')).toEqual(['withdraw']);
    expect(from('ical old.example.org')).toEqual(['forget']);
    expect(from('connpass', { inferred: true })).toEqual(['forget']);
    expect(from('connpass', { status: 'cancelled' })).toEqual(['forget']);
  });

  test('remembers an event for a week after its end, and then forgets it', () => {
    const known = knowing(happening({ end: '2027-03-10T21:00:00+09:00' }));
    expect(planned(known, [], new Date('2027-03-17T12:00:00Z'))).toEqual([]);
    expect(planned(known, [], new Date('2027-03-17T12:00:01Z')).map(({ step }) => step)).toEqual(['forget']);
  });

  test('knows a series again that moves to another day of the week: each occurrence is the nearest that was', () => {
    const to = new Date('2027-04-02T00:00:00Z');
    const weekly = (start: string) =>
      occurrences(eventFile({ repeat: 'FREQ=WEEKLY', start }), { from: now, to });
    const known = knowing(...weekly('2027-03-03T19:00'));
    const steps = planned(known, weekly('2027-03-04T19:00'));
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 5 }, () => 'update'));
    const thursdays = after(known, steps);
    expect(planned(thursdays, weekly('2027-03-04T19:00'))).toEqual([]);
  });

  test('takes the newest occurrence of a series for none that has been left out', () => {
    const weekly = (to: string, except: readonly string[]) =>
      occurrences(eventFile({ repeat: 'FREQ=WEEKLY', except }), { from: now, to: new Date(to) });
    const known = knowing(...weekly('2027-03-27T00:00:00Z', []));
    expect(planned(known, weekly('2027-04-03T00:00:00Z', ['2027-03-17'])).map(({ step }) => step)).toEqual([
      'create',
      'withdraw',
    ]);
  });

  test('says of a series once that it is new', () => {
    const weekly = eventFile({ repeat: 'FREQ=WEEKLY' });
    const some = (to: string) => occurrences(weekly, { from: now, to: new Date(to) });
    const known = knowing(...some('2027-03-20T00:00:00Z'));
    expect(known).toHaveLength(2);
    expect(planned(known, some('2027-03-27T00:00:00Z'))).toMatchObject([{ step: 'create', repeats: true }]);
  });
});

describe('planning again', () => {
  const some = uniqueArray(
    record({
      id: constantFrom('1', '2', '3', '4', '5', '6'),
      title: constantFrom('Night', 'Day'),
      start: constantFrom('2027-03-10T19:00:00+09:00', '2027-03-11', '2027-04-10T10:00:00Z'),
      url: constantFrom(null, 'https://example.org/', 'https://docker.connpass.com/event/1/'),
      status: constantFrom('scheduled' as const, 'cancelled' as const),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  ).map((all) => all.map(happening));

  test('finds nothing to do, whatever was known before: 1,000 times', () => {
    assert(
      property(array(some, { maxLength: 3 }), some, (history, last) => {
        const known = [...history, last].reduce<readonly KnownEvent[]>(
          (before, all) => after(before, planned(before, all)),
          [],
        );
        expect(planned(known, last)).toEqual([]);
        expect(planned(known, last.toReversed())).toEqual([]);
        expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('is silent about what nobody would notice', () => {
    const known = knowing(happening({ accepted: 1 }));
    expect(planned(known, [happening({ accepted: 2 })]).map(isSilent)).toEqual([true]);
    expect(planned(known, [happening({ title: '朝' })]).map(isSilent)).toEqual([false]);
  });
});
