import { expect, test } from '@jest/globals';
import { UserError } from '../../src/error.ts';
import { pauseAfter, persist } from '../../src/view/persist.ts';

const waiting = () => {
  const slept: number[] = [];
  const room = {
    signal: new AbortController().signal,
    sleep: async (ms: number) => void slept.push(ms),
    chance: () => 0,
    failed: () => 0,
  };
  return { slept, room };
};

/** Fails as often, and then answers. */
const after = (failures: number) => {
  let left = failures;
  return async () => {
    left -= 1;
    if (left >= 0) throw new Error('down');
    return 'up';
  };
};

test('what fails is asked again ever more rarely, until it answers', async () => {
  const { slept, room } = waiting();
  expect(await persist(after(7), room)).toBe('up');
  expect(slept).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('a platform that wants to be left alone for longer is', async () => {
  const { slept, room } = waiting();
  expect(await persist(after(2), { ...room, failed: () => 60_000 })).toBe('up');
  expect(slept).toEqual([60_000, 60_000]);
});

test('what is for good is not asked again', async () => {
  const { slept, room } = waiting();
  const asked = persist(async () => {
    throw new UserError('no-token');
  }, room);
  await expect(asked).rejects.toMatchObject({ code: 'no-token' });
  expect(slept).toEqual([]);
});

test('nobody is asked any more once the signal has come', async () => {
  const stopping = new AbortController();
  const { room } = waiting();
  const asked = persist(after(100), {
    ...room,
    signal: stopping.signal,
    sleep: async () => stopping.abort(),
  });
  expect(await asked).toBeNull();
});

test('many who wait do not come back at once', () => {
  expect([pauseAfter(3, 0), pauseAfter(3, 1)]).toEqual([4000, 2000]);
});
