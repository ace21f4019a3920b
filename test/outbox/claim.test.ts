/** Several processes, clocks that go wrong, and one letter. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { letterOf, waiting, write } from './letter.ts';
import { openBox } from './box.ts';
import type { Box } from './box.ts';
import { calm, createWorld, happen, keysIn, toldIn } from './world.ts';

const minute = 60_000;

describe('a letter that another process has begun', () => {
  let box: Box;
  beforeEach(async () => {
    box = openBox();
    await write(box.state, letterOf('a'));
    box.answers.push({ status: 'unsure' });
    await box.round({ owner: 'they' });
  });
  afterEach(() => box.state.close());

  test('says who, since when and for how long', async () => {
    expect(await waiting(box.state)).toMatchObject([
      {
        tries: 1,
        claim: {
          owner: 'they',
          startedAt: '2027-03-01T10:00:00.000Z',
          leaseUntil: '2027-03-01T10:02:00.000Z',
        },
      },
    ]);
  });

  test('is left to it until its time is over, and then looked for', async () => {
    box.later(1.9);
    await box.round();
    expect(box.asked).toHaveLength(1);
    box.later(0.1);
    await box.round();
    expect([box.asked[1], await waiting(box.state)]).toEqual([
      { key: 'a', since: '2027-03-01T10:00:00.000Z' },
      [],
    ]);
  });

  test('is looked for by that process itself as soon as it must have arrived', async () => {
    box.later(0.9);
    await box.round({ owner: 'they' });
    expect(box.asked).toHaveLength(1);
    box.later(0.1);
    await box.round({ owner: 'they' });
    expect(box.asked).toHaveLength(2);
  });

  test.each([60, 24 * 60, 9 * 365 * 24 * 60])(
    'is looked for soon after a clock that was %d minutes ahead is right again',
    async (ahead) => {
      box.later(-ahead);
      await box.round();
      expect(box.asked).toHaveLength(1);
      box.later(2);
      await box.round();
      const yesterday = new Date(box.now().getTime() - 24 * 60 * minute - 2 * minute);
      expect(box.asked.slice(1)).toEqual([{ key: 'a', since: yesterday.toISOString() }]);
    },
  );
});

describe('a letter that was put off', () => {
  test('by a clock that was years ahead does not wait for years', async () => {
    const box = openBox();
    await write(box.state, letterOf('a'));
    box.answers.push({ status: 'later', after: new Date(box.now().getTime() + minute) });
    await box.round();
    box.later(-9 * 365 * 24 * 60);
    await box.round();
    expect(box.asked).toHaveLength(2);
    await box.state.close();
  });
});

describe('a process that was stopped for longer than its time', () => {
  test.each(['look', 'looked'] as const)('posts nothing when it wakes up: %s', async (at) => {
    const world = createWorld();
    await write(world.state, letterOf('a'));
    await happen({ ...calm(0), process: 'zombie', halt: { at, stopped: 5 * minute } }, world);
    await happen({ ...calm(3 * minute), process: 'heir' }, world);
    expect(keysIn(world)).toEqual(['a']);
    await happen({ ...calm(3 * minute), process: 'heir' }, world);
    expect([keysIn(world), await toldIn(world)]).toEqual([['a'], [['a', { status: 'posted', ref: 'a' }]]]);
    await world.state.close();
  });

  test('posts nothing either where nobody has come since: another one begins anew', async () => {
    const world = createWorld();
    await write(world.state, letterOf('a'));
    await happen({ ...calm(0), process: 'zombie', halt: { at: 'looked', stopped: 1.9 * minute } }, world);
    await happen({ ...calm(1.9 * minute), process: 'heir' }, world);
    expect(keysIn(world)).toEqual([]);
    await happen({ ...calm(minute), process: 'heir' }, world);
    expect(keysIn(world)).toEqual(['a']);
    await world.state.close();
  });
});

test('what becomes of a letter is noted together with its end, or not at all', async () => {
  const box = openBox();
  await write(box.state, letterOf('a'));
  await box.round({
    told: async (_letter, _settled, records) => {
      await records.put({ kind: 'note', key: 'a', version: null, value: 1 });
      throw new Error('a bug');
    },
  });
  expect([await box.state.get('note', 'a'), await waiting(box.state)]).toMatchObject([null, [{ tries: 1 }]]);
  expect(box.logged.map(({ message }) => message)).toEqual(['what became of a message could not be noted']);
  box.later(1);
  await box.round();
  expect([box.told, await waiting(box.state)]).toEqual([[['a', { status: 'posted', ref: 'a' }]], []]);
  await box.state.close();
});
