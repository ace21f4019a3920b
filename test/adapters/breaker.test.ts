/** Work that keeps failing is not begun any more for a while. */
import { expect, test } from '@jest/globals';
import { createBreaker } from '../../adapters/breaker/index.ts';
import { isUnsent } from '../../src/view/unsent.ts';

const isFailure = (result: unknown): boolean => result === 'bad';

const broken = async (): Promise<never> => {
  throw new Error('broken');
};

test.each([
  ['rejects', broken],
  ['resolves to what is a failure', async () => 'bad'],
])('what %s five times in a row is refused, as nothing that was sent', async (_how, work) => {
  const breaker = createBreaker({ rest: 60_000, isFailure });
  for (let times = 0; times < 5; times += 1) await breaker(work).catch(() => {});
  let begun = 0;
  const refused = await breaker(async () => (begun += 1)).catch((error: unknown) => error);
  expect(begun).toBe(0);
  expect(isUnsent(refused as Error)).toBe(true);
});

test('one that works in between is forgiven', async () => {
  const breaker = createBreaker({ rest: 60_000, isFailure });
  for (let times = 0; times < 20; times += 1)
    await breaker(times % 5 === 4 ? async () => 'good' : broken).catch(() => {});
  expect(await breaker(async () => 'good')).toBe('good');
});

test('what fails is told as it is', async () => {
  const breaker = createBreaker({ rest: 60_000, isFailure });
  await expect(breaker(broken)).rejects.toThrow('broken');
  expect(await breaker(async () => 'bad')).toBe('bad');
});
