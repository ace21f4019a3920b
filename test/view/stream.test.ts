/** What somebody else sends, read no further than one wants of it. */
import { expect, test } from '@jest/globals';
import { bytesWithin } from '../../src/view/stream.ts';

const sent: number[] = [];

/** Bytes in chunks, each noted when it is taken. */
async function* chunks(...sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const size of sizes) {
    sent.push(size);
    yield new Uint8Array(size).fill(sent.length);
  }
}

test('all of it comes in one piece', async () => {
  expect(await bytesWithin(chunks(1, 2), 3)).toEqual(new Uint8Array([1, 2, 2]));
  expect(await bytesWithin(chunks(), 0)).toEqual(new Uint8Array());
});

test('more than is wanted is nothing, and the rest is not taken', async () => {
  sent.length = 0;
  expect(await bytesWithin(chunks(2, 2, 2, 2), 3)).toBeNull();
  expect(sent).toEqual([2, 2]);
});

test('what breaks off is not taken for the whole', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1);
    throw new Error('the line broke');
  }
  await expect(bytesWithin(broken(), 3)).rejects.toThrow('the line broke');
});
