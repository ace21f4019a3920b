import { expect, test } from '@jest/globals';
import type { Posted } from '../../src/port.ts';
import { insist } from '../../src/view/insist.ts';
import type { Since } from '../../src/view/insist.ts';

const at = new Date('2028-03-01T00:00:00Z');
const now = new Date('2028-03-01T00:00:10Z');
const posted: Posted = { status: 'posted', ref: '1' };
const later: Posted = { status: 'later', after: new Date(now.getTime() + 40_000) };
const unsure: Posted = { status: 'unsure' };
const refused: Posted = { status: 'refused', reason: 'no' };

/** What comes of it where the attempts become that, one after the other. */
async function insisted(become: readonly Posted[], again = false) {
  const asked: (Date | undefined)[] = [];
  const slept: number[] = [];
  const attempt = async ({ since }: Since): Promise<Posted> => {
    asked.push(since);
    return become[asked.length - 1] ?? refused;
  };
  const result = await insist(attempt, {
    told: { at, again },
    now: () => now,
    settle: 5000,
    sleep: async (ms) => void slept.push(ms),
  });
  return { result, asked, slept };
}

test('what arrives is tried once', async () => {
  expect(await insisted([posted])).toEqual({ result: posted, asked: [undefined], slept: [] });
});

test('what comes too early is tried again when it is time', async () => {
  expect(await insisted([later, posted])).toMatchObject({ result: posted, slept: [40_000] });
});

test('what may have arrived is looked for from then on', async () => {
  expect(await insisted([unsure, later, posted])).toEqual({
    result: posted,
    asked: [undefined, at, at],
    slept: [5000, 40_000],
  });
});

test('what was begun before is looked for at once', async () => {
  expect((await insisted([posted], true)).asked).toEqual([at]);
});

test('what is refused is not tried again, and nothing more than three times', async () => {
  expect((await insisted([refused, posted])).asked).toHaveLength(1);
  expect(await insisted([unsure, unsure, unsure, posted])).toMatchObject({ result: unsure });
});
