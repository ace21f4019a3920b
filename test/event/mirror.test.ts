import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check';
import { mirrored } from '../../src/event/mirror.ts';
import { occurrences } from '../../src/event/occurrences.ts';
import type { CalendarStep, Happening, Standing } from '../../src/port.ts';
import { eventFile } from './event-file.ts';

const now = new Date('2027-03-01T00:00:00Z');
const between = { from: now, to: new Date('2028-03-01T00:00:00Z') };

const weekly = occurrences(
  eventFile({ repeat: 'FREQ=WEEKLY;COUNT=5', url: 'https://example.org/weekly' }),
  between,
);
const [plain] = occurrences(eventFile({}), between);

const happening = (facts: Partial<Happening>): Happening => ({ ...(plain as Happening), ...facts });

const stepsFor = (happenings: readonly Happening[], standing: readonly Standing[], most = 100) =>
  mirrored({ happenings, standing, most, shown: (entry) => entry, now, pageOf: () => null });

/** A calendar that does what it is told. */
function after(standing: readonly Standing[], steps: readonly CalendarStep[]): readonly Standing[] {
  const entries = new Map(standing.map((each) => [each.ref, each]));
  for (const step of steps) {
    if (step.step === 'create') {
      const ref = `ref ${step.entry.mark}`;
      entries.set(ref, { ...step.entry, ref, status: 'scheduled' });
    } else {
      const before = entries.get(step.ref) as Standing;
      if (step.step === 'update') entries.set(step.ref, { ...before, ...step.entry });
      else entries.set(step.ref, { ...before, status: 'over' });
    }
  }
  return [...entries.values()];
}

describe('a calendar that mirrors what is coming', () => {
  test('shows each occurrence of a series, and does nothing the second time', () => {
    const steps = stepsFor(weekly, []);
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 5 }, () => 'create'));
    expect(stepsFor(weekly, after([], steps))).toEqual([]);
  });

  test('follows what is moved and called off, and leaves alone what has begun', () => {
    const url = 'https://example.org/1';
    const standing = after([], stepsFor([happening({ url })], []));
    const moved = stepsFor([happening({ url, start: '2027-03-11T19:00:00+09:00' })], standing);
    expect(moved).toMatchObject([{ step: 'update', entry: { start: new Date('2027-03-11T10:00:00Z') } }]);
    expect(stepsFor([happening({ url, status: 'cancelled' })], standing)).toMatchObject([{ step: 'cancel' }]);
    const running = standing.map((each) => ({ ...each, status: 'running' as const }));
    expect(stepsFor([], running)).toEqual([]);
  });

  test('shows nothing that was only concluded from a report', () => {
    expect(stepsFor([happening({ inferred: true })], [])).toEqual([]);
  });

  test('that is full calls nothing off for something nearer', () => {
    const far = Array.from({ length: 3 }, (_, at) =>
      happening({ id: `far${at}`, url: `https://example.org/far${at}`, start: '2027-06-10T19:00:00+09:00' }),
    );
    const standing = after([], stepsFor(far, [], 3));
    expect(stepsFor([happening({ url: 'https://example.org/near' }), ...far], standing, 3)).toEqual([]);
  });

  test('is as it should be after any history, with no event twice', () => {
    const some = uniqueArray(
      record({
        id: constantFrom('1', '2', '3', '4'),
        start: constantFrom('2027-03-10T19:00:00+09:00', '2027-04-10', '2027-05-10T10:00:00Z'),
        status: constantFrom('scheduled' as const, 'cancelled' as const),
      }),
      { selector: ({ id }) => id },
    ).map((all) =>
      all.map((facts) => happening({ ...facts, end: null, url: `https://example.org/${facts.id}` })),
    );
    assert(
      property(array(some, { maxLength: 4 }), some, (history, last) => {
        const standing = [...history, last].reduce<readonly Standing[]>(
          (before, all) => after(before, stepsFor(all, before)),
          [],
        );
        const shown = standing.filter(({ status }) => status === 'scheduled');
        expect(new Set(shown.map(({ mark }) => mark))).toEqual(
          new Set(last.filter(({ status }) => status === 'scheduled').map(({ url }) => url)),
        );
        expect(stepsFor(last, standing)).toEqual([]);
      }),
    );
  });
});
