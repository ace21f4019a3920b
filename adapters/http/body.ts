/** Reads what a server sends, and stops as soon as it is too much: a few bytes can unpack into gigabytes. */
import { PassThrough } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NoAnswer } from './no-answer.ts';

/** By Content-Encoding; '' is none. */
const decoders = new Map<string, () => Transform>([
  ['', () => new PassThrough()],
  ['identity', () => new PassThrough()],
  ['br', createBrotliDecompress],
  ['deflate', createInflate],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
]);

/** What a server may pack its answer with. */
export const codings = 'gzip, deflate, br';

/**
 * The bytes of a body, unpacked, neither they nor what came over the wire more than `most`. Packed twice it is not read:
 * nobody who means well does that. Throws NoAnswer, and the errors of the stream and of zlib.
 */
export async function readBody(body: Readable, coding: string, most: number): Promise<Uint8Array> {
  const createDecoder = decoders.get(coding);
  if (createDecoder === undefined) throw new NoAnswer('broken', 'content-encoding');
  const chunks: Uint8Array[] = [];
  await pipeline(body, upTo(most), createDecoder(), upTo(most), async (source) => {
    for await (const chunk of source) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

/** Lets so many bytes pass. */
const upTo = (most: number) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > most) throw new NoAnswer('too-large', `more than ${most} bytes`);
      yield chunk;
    }
  };
