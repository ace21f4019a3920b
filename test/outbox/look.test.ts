/** Where somebody may have posted a letter who is no longer remembered, it is looked for first. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { assert, asyncProperty, boolean, integer } from 'fast-check';
import { restoredAt, noteRestored } from '../../src/outbox/restored.ts';
import { openBox } from './box.ts';
import type { Box } from './box.ts';
import { letterOf, waiting, write } from './letter.ts';
import { calm, createWorld, happen, keysIn, nowIn } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

let box: Box;
beforeEach(() => void (box = openBox()));
afterEach(() => box.state.close());

const before = (ms: number): string => new Date(box.now().getTime() - ms).toISOString();

const restored = (at: Date): Promise<void> => box.state.transaction((records) => noteRestored(records, at));

describe('a letter that is late', () => {
  test.each([
    ['in time', 5 * minute, false],
    ['too late', 5 * minute + 1, true],
    ['by weeks', 500 * hour, true],
  ])('is looked for from when it was due: %s', async (_what, late, isLooked) => {
    const due = before(late);
    await write(box.state, letterOf('a', { due }));
    await box.round();
    expect(box.asked).toEqual([{ key: 'a', since: isLooked ? due : null }]);
  });

  test('and was tried before is looked for from then on', async () => {
    const due = before(0);
    await write(box.state, letterOf('a', { due }));
    box.answers.push({ status: 'unsure' });
    await box.round();
    box.later(10);
    await box.round();
    expect(box.asked.map(({ since }) => since)).toEqual([null, due]);
  });
});

describe('after a restore', () => {
  test('every letter is looked for first, for a day', async () => {
    await restored(box.now());
    const due = box.now().toISOString();
    await write(box.state, letterOf('a', { due }), letterOf('b'));
    await box.round();
    box.later(24 * 60);
    await write(box.state, letterOf('c'));
    await box.round();
    expect(box.asked.toSorted((one, other) => (one.key < other.key ? -1 : 1))).toEqual([
      { key: 'a', since: due },
      { key: 'b', since: '2027-02-22T10:00:00.000Z' },
      { key: 'c', since: null },
    ]);
  });

  test('the last one counts', async () => {
    expect(await restoredAt(box.state)).toBeNull();
    await restored(new Date(0));
    await restored(box.now());
    expect(await restoredAt(box.state)).toEqual(box.now());
  });
});

test('what was posted before State was restored, or was due long ago, stands there once', async () => {
  const times = { late: integer({ min: 0, max: 40 * minute }), after: integer({ min: 0, max: 4 * minute }) };
  await assert(
    asyncProperty(times.late, times.after, boolean(), async (late, after, isRestored) => {
      const world = createWorld();
      try {
        const due = new Date(nowIn(world).getTime() - late);
        // Whoever posted it did so within its time; where that is not over yet, only a restore can have forgotten it.
        const isForgotten = isRestored || late > 5 * minute;
        if (isForgotten) world.messages.push({ key: 'a', arrives: due.getTime() + Math.min(after, late) });
        if (isRestored) await world.state.transaction((records) => noteRestored(records, nowIn(world)));
        await write(world.state, letterOf('a', { due: due.toISOString() }));
        await happen(calm(0), world);
        expect([keysIn(world), await waiting(world.state)]).toEqual([['a'], []]);
      } finally {
        await world.state.close();
      }
    }),
    { numRuns: 100 },
  );
});

describe('a letter that was written by yesterday’s version of the bot', () => {
  const { key, platform, to, view, until } = letterOf('a');
  const old = { key, platform, to, view, until };

  test('is posted', async () => {
    const value = { ...old, triedAt: null, tries: 0, notBefore: null };
    await box.state.put({ kind: 'letter', key, version: null, value });
    await box.round();
    expect([box.asked, await waiting(box.state)]).toEqual([[{ key: 'a', since: null }], []]);
  });

  test('is looked for where that one tried it', async () => {
    const triedAt = before(2 * minute);
    const value = { ...old, triedAt, tries: 1, notBefore: null };
    await box.state.put({ kind: 'letter', key, version: null, value });
    await box.round();
    expect(box.asked).toEqual([{ key: 'a', since: triedAt }]);
  });
});
