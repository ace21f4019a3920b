/** What a platform's own calendar is to show: each event once, as it is, and nothing of what has begun is touched. */
import { describe, expect, test } from '@jest/globals';
import { array, assert, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { mirrored } from '../../src/event/mirror.ts';
import type { Mirroring } from '../../src/event/mirror.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import type { CalendarStep, Entry, Standing } from '../../src/port.ts';
import { eventFile } from './event-file.ts';
import { happening } from './known-event.ts';

const now = new Date('2027-03-01T00:00:00Z');
const hour = 60 * 60_000;

const planned = (parts: Partial<Mirroring>): readonly CalendarStep[] =>
  mirrored({
    happenings: [],
    standing: [],
    most: 100,
    shown: (entry) => entry,
    now,
    pageOf: () => null,
    ...parts,
  });

const entries = (parts: Partial<Mirroring>): readonly Entry[] =>
  planned(parts).flatMap((step) => (step.step === 'create' ? [step.entry] : []));

const marks = (parts: Partial<Mirroring>): readonly string[] => entries(parts).map(({ mark }) => mark);

/** A platform's calendar: what does not fit, or stands there already, it would show twice or refuse. */
function carriedOut(
  standing: readonly Standing[],
  steps: readonly CalendarStep[],
  { most, at }: { readonly most: number; readonly at: Date },
): readonly Standing[] {
  const all = [...standing];
  for (const step of steps) {
    const there = all.filter(({ status }) => status !== 'over');
    if (step.step === 'create') {
      expect(there.map(({ mark }) => mark)).not.toContain(step.entry.mark);
      expect(there.length).toBeLessThan(most);
      all.push({ ...step.entry, ref: `ref ${all.length}`, status: 'scheduled' });
      continue;
    }
    const place = all.findIndex(({ ref }) => ref === step.ref);
    const before = all[place] as Standing;
    expect([before.status, before.start > at]).toEqual(['scheduled', true]);
    all[place] = step.step === 'cancel' ? { ...before, status: 'over' } : { ...before, ...step.entry };
  }
  return all;
}

const later = (standing: readonly Standing[], at: Date): readonly Standing[] =>
  standing.map((each) => {
    if (each.status === 'over' || each.start > at) return each;
    return { ...each, status: each.end > at ? 'running' : 'over' };
  });

describe('what is to be shown', () => {
  test('is what is known of an event, with its usual length where nobody says when it ends', () => {
    const url = 'https://example.org/1';
    expect(entries({ happenings: [happening({ url, text: '話', place: '公民館' })] })).toEqual([
      {
        mark: url,
        title: '夜',
        text: '話',
        place: '公民館',
        start: new Date('2027-03-10T10:00:00Z'),
        end: new Date('2027-03-10T12:00:00Z'),
      },
    ]);
  });

  test('is nothing that was inferred, is cancelled, or has begun', () => {
    const happenings = [
      happening({ id: 'a', inferred: true }),
      happening({ id: 'b', status: 'cancelled' }),
      happening({ id: 'c', start: '2027-03-01T09:00:00+09:00', end: '2027-03-01T12:00:00+09:00' }),
    ];
    expect(planned({ happenings })).toEqual([]);
  });

  test.each<[string, Parameters<typeof happening>[0], string]>([
    [
      'its place',
      { place: 'A', address: 'B', online: 'https://live.example', url: 'https://x.example' },
      'A',
    ],
    ['its address', { address: 'B', online: 'https://live.example' }, 'B'],
    ['its stream', { online: 'https://live.example', url: 'https://x.example' }, 'https://live.example'],
    ['its page', { url: 'https://x.example' }, 'https://x.example'],
    ['its title, where nothing is known', {}, '夜'],
  ])('is somewhere: at %s', (_where, facts, place) => {
    expect(entries({ happenings: [happening(facts)] })[0]?.place).toBe(place);
  });

  test('lasts to the midnight that ends a whole day', () => {
    const [entry] = entries({ happenings: [happening({ start: '2027-03-10' })] });
    expect([entry?.start, entry?.end]).toEqual([
      new Date('2027-03-09T15:00:00Z'),
      new Date('2027-03-10T15:00:00Z'),
    ]);
  });

  test('ends after it starts, whatever the source says', () => {
    const end = '2027-03-10T18:00:00+09:00';
    const [entry] = entries({ happenings: [happening({ end })] });
    expect(entry?.end).toEqual(new Date('2027-03-10T12:00:00Z'));
  });
});

describe('a mark', () => {
  const url = 'https://example.org/';
  test('is the page that people know it by, else its id', () => {
    const happenings = [happening({ url })];
    expect(marks({ happenings, pageOf: (id) => `https://own.example/${id}` })).toEqual([
      'https://own.example/aaaaaaaaaa',
    ]);
    expect(marks({ happenings })).toEqual([url]);
    expect(marks({ happenings: [happening()] })).toEqual(['aaaaaaaaaa']);
  });

  test('of each occurrence of a series is another', () => {
    const between = { from: now, to: new Date('2027-03-20T00:00:00Z') };
    for (const address of [url, null]) {
      const happenings = occurrences(eventFile({ url: address, repeat: 'FREQ=WEEKLY' }), between);
      const all = marks({ happenings });
      expect([all.length, new Set(all).size]).toEqual([2, 2]);
    }
  });

  test('of two events that share the page of their group is another', () => {
    const happenings = [
      happening({ id: 'a', url, title: 'A' }),
      happening({ id: 'b', url, title: 'B', start: '2027-04-10T19:00:00+09:00' }),
    ];
    expect(entries({ happenings }).map(({ title }) => title)).toEqual(['A', 'B']);
    expect(marks({ happenings })).toEqual([url, `${url}#b`]);
  });

  test('that shares a page stays, when the one before it is over', () => {
    const happenings = [happening({ id: 'b', url })];
    const [entry] = entries({ happenings });
    const standing: Standing = { ...(entry as Entry), mark: `${url}#b`, ref: '1', status: 'scheduled' };
    expect(planned({ happenings, standing: [standing] })).toEqual([]);
  });
});

describe('what stands there', () => {
  const there = (facts: Partial<Standing> = {}): Standing => {
    const [entry] = entries({ happenings: [happening()] });
    return { ...(entry as Entry), ref: '1', status: 'scheduled', ...facts };
  };

  test('is left as it is where nothing is new', () => {
    expect(planned({ happenings: [happening()], standing: [there()] })).toEqual([]);
  });

  test('follows every change, and is called off with the event', () => {
    const standing = [there()];
    const moved = happening({ start: '2027-03-11T19:00:00+09:00' });
    expect(planned({ happenings: [moved], standing })).toMatchObject([
      { step: 'update', ref: '1', entry: { start: new Date('2027-03-11T10:00:00Z') } },
    ]);
    const cancel = [{ step: 'cancel', ref: '1' }];
    expect(planned({ happenings: [happening({ status: 'cancelled' })], standing })).toEqual(cancel);
    expect(planned({ standing })).toEqual(cancel);
  });

  test.each<[string, Partial<Standing>]>([
    ['has begun', { status: 'running' }],
    ['begins now', { start: now }],
    ['is over', { status: 'over' }],
  ])('and %s is left alone', (_what, facts) => {
    expect(planned({ standing: [there(facts)] })).toEqual([]);
  });

  test('is compared as the platform shows it', () => {
    const shown = (entry: Entry): Entry => ({ ...entry, title: entry.title.slice(0, 3) });
    const happenings = [happening({ title: 'Docker Meetup', place: '夜' })];
    expect(planned({ happenings, standing: [there({ title: 'Doc' })], shown })).toEqual([]);
  });

  test('twice by one mark is called off once', () => {
    const standing = [there(), there({ ref: '2' })];
    expect(planned({ happenings: [happening()], standing })).toEqual([{ step: 'cancel', ref: '2' }]);
  });
});

describe('a full calendar', () => {
  const days = Array.from({ length: 5 }, (_, day) =>
    happening({ id: `e${day}`, start: `2027-03-1${day}T19:00:00+09:00` }),
  );

  test('takes the next events and no more', () => {
    expect(marks({ happenings: days, most: 3 })).toEqual(['e0', 'e1', 'e2']);
  });

  test('has room again for as many as are called off', () => {
    const standing = carriedOut([], planned({ happenings: days, most: 3 }), { most: 3, at: now });
    const steps = planned({ happenings: days.slice(1), standing, most: 3 });
    expect(steps.map(({ step }) => step)).toEqual(['cancel', 'create']);
  });

  test('keeps what stands there, though something nearer has come', () => {
    const standing = carriedOut([], planned({ happenings: days.slice(2), most: 3 }), { most: 3, at: now });
    expect(planned({ happenings: days, standing, most: 3 })).toEqual([]);
  });
});

/** When those begin that are still to come, in order. */
const startsOf = (all: readonly { readonly start: string | Date }[], at: Date): readonly number[] =>
  all
    .map(({ start }) => new Date(start).getTime())
    .filter((start) => start > at.getTime())
    .toSorted((one, other) => one - other);

const coming = (standing: readonly Standing[], at: Date): readonly number[] =>
  startsOf(
    standing.filter(({ status }) => status === 'scheduled'),
    at,
  );

describe('carried out', () => {
  const event = record({
    id: constantFrom('a', 'b', 'c', 'd', 'e-20270305', 'e-20270312'),
    url: constantFrom(null, 'https://example.org/', 'https://example.org/1'),
    title: constantFrom('Night', 'Day'),
    day: integer({ min: 1, max: 28 }),
    long: constantFrom(null, 2, 30),
    status: constantFrom('scheduled' as const, 'cancelled' as const),
    inferred: boolean(),
  }).map(({ day, long, ...facts }) => {
    const start = Date.parse(`2027-03-01T10:00:00Z`) + (day - 1) * 24 * hour;
    const written = (at: number): string => new Date(at).toISOString().replace('.000', '');
    return happening({
      ...facts,
      start: written(start),
      end: long === null ? null : written(start + long * hour),
    });
  });
  const announced = uniqueArray(event, { selector: ({ id }) => id, maxLength: 6 });
  const weeks = array(record({ announced, hours: integer({ min: 0, max: 200 }) }), { maxLength: 5 });

  test('the same gives no steps, whatever stood there before: 1,000 times', () => {
    assert(
      property(weeks, constantFrom(1, 2, 3, 100), boolean(), (history, most, hasPages) => {
        let standing: readonly Standing[] = [];
        let at = now;
        for (const { announced: happenings, hours } of history) {
          at = new Date(at.getTime() + hours * hour);
          standing = later(standing, at);
          const plan = (): readonly CalendarStep[] =>
            planned({
              happenings,
              standing,
              most,
              now: at,
              pageOf: (id) => (hasPages ? `https://own.example/${id}` : null),
            });
          standing = carriedOut(standing, plan(), { most, at });
          expect(plan()).toEqual([]);
          // What goes on keeps its mark to itself until it is over.
          if (most < 100 || standing.some(({ status }) => status === 'running')) continue;
          expect(coming(standing, at)).toEqual(
            startsOf(
              happenings.filter(({ status, inferred }) => status === 'scheduled' && !inferred),
              at,
            ),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});
