import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createWork } from '../../src/view/work.ts';

/** Nobody's patience ends by itself. */
const patient = { sleep: (_ms: number, signal: AbortSignal) => aborted(signal) };

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

test('what is under way is waited for, with what it begins itself, and whatever becomes of it', async () => {
  const work = createWork(patient);
  const first = Promise.withResolvers<undefined>();
  const done: string[] = [];
  const second = async (): Promise<void> => {
    await setImmediate();
    done.push('second');
    throw new Error('fails');
  };
  const begun = work.add(
    first.promise.then(() => {
      work.add(second()).catch(() => {});
      done.push('first');
      return null;
    }),
  );
  const all = work.done(1000).then(() => done.push('all'));
  first.resolve(undefined);
  await Promise.all([begun, all]);
  expect(done).toEqual(['first', 'second', 'all']);
});

test('but not for longer than one is willing to', async () => {
  const work = createWork({ sleep: async () => {} });
  void work.add(new Promise(() => {}));
  expect(await work.done(10)).toBeUndefined();
});
