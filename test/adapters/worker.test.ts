import { MessageChannel } from 'node:worker_threads';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mostWaiting } from '../../adapters/worker/connect.ts';
import type { Connection } from '../../adapters/worker/connect.ts';
import { connectLibrary, serveLibrary } from '../../adapters/worker/index.ts';
import { UserError } from '../../src/error.ts';
import type { Library } from '../../src/port.ts';

/** A port stands in for the thread that would hold its other end; messages are cloned all the same. */
function asWorker(channel: MessageChannel): Worker {
  const port = channel.port1;
  return Object.assign(port, { terminate: async () => port.close() }) as unknown as Worker;
}

/** What it was asked to write. */
const heard: unknown[] = [];

const library = {
  search: async ({ text }: { text: string }) => ({
    hits: [],
    total: text.length,
    suggestion: null,
    correction: null,
    faults: [],
    asOf: { changedAt: null, commit: null },
  }),
  status: () => Promise.reject(new TypeError('the disk is gone')),
  sync: async (show: (progress: { done: number; of: number }) => void) => {
    show({ done: 1, of: 2 });
    show({ done: 2, of: 2 });
    return { files: 2, read: 2, unchanged: 0, removed: 0, ms: 1 };
  },
  settings: () => new Promise(() => {}),
  text: async (name: string) => {
    throw new UserError('file-not-text', { name });
  },
  change: async (change: unknown) => heard.push(change) > 0,
  keep: async (asset: unknown) => void heard.push(asset),
} as unknown as Library;

const about = (text: string) => ({ text, limit: 5, offset: 0 });

describe('a library in another thread', () => {
  let channel: MessageChannel;
  let connection: Connection;
  let remote: Library;
  let closed: number;

  beforeEach(() => {
    closed = 0;
    channel = new MessageChannel();
    connection = connectLibrary(asWorker(channel));
    serveLibrary(channel.port2, Object.assign({ close: async () => void (closed += 1) }, library));
    ({ library: remote } = connection);
  });
  afterEach(() => channel.port1.close());

  test('answers, each question its own', async () => {
    const asked = ['a', 'bb', 'ccc'].map((text) => remote.search(about(text)));
    expect((await Promise.all(asked)).map(({ total }) => total)).toEqual([1, 2, 3]);
  });

  test('says how far it is', async () => {
    const seen: unknown[] = [];
    await remote.sync((progress) => seen.push(progress));
    expect(seen).toEqual([
      { done: 1, of: 2 },
      { done: 2, of: 2 },
    ]);
  });

  test('rejects with the error of the other side', async () => {
    await expect(remote.status()).rejects.toThrow('the disk is gone');
  });

  test('rejects with what people can mend as such', async () => {
    await expect(remote.text('a.md')).rejects.toMatchObject({
      name: 'UserError',
      code: 'file-not-text',
      facts: { name: 'a.md' },
    });
  });

  test('takes bytes, and texts to the sign', async () => {
    const change = { path: 'a.md', before: '\uFEFFa\r\n', after: null };
    expect(await remote.change(change)).toBe(true);
    await remote.keep({ path: 'assets/a.png', bytes: Uint8Array.of(0, 255) });
    expect(heard).toEqual([change, { path: 'assets/a.png', bytes: Uint8Array.of(0, 255) }]);
  });

  test('closes what the thread holds before it ends it', async () => {
    await connection.close();
    expect(closed).toBe(1);
  });

  test('rejects what is still asked when the thread ends, and all that is asked later', async () => {
    const asked = remote.settings();
    channel.port1.emit('exit', 1);
    await expect(asked).rejects.toThrow('the search thread has ended');
    await expect(remote.settings()).rejects.toThrow('the search thread has ended');
  });

  test('rejects with the reason where the thread failed', async () => {
    const asked = remote.settings();
    channel.port1.emit('error', new RangeError('out of memory'));
    await expect(asked).rejects.toThrow('out of memory');
  });

  test('turns away at once whom it could only keep waiting', async () => {
    const admitted = Array.from({ length: mostWaiting }, (_, at) => remote.search(about('x'.repeat(at))));
    await expect(remote.search(about('one more'))).rejects.toMatchObject({ name: 'UserError', code: 'busy' });
    expect((await Promise.all(admitted)).map(({ total }) => total)).toEqual(admitted.map((_, at) => at));
  });

  test('lets in as many as have left, also where they were failed', async () => {
    const asked = Array.from({ length: mostWaiting }, () => remote.status());
    await Promise.allSettled(asked);
    await expect(remote.search(about('next'))).resolves.toMatchObject({ total: 4 });
  });

  test('looks at the folder and closes however many are waiting', async () => {
    const asked = Array.from({ length: mostWaiting }, () => remote.settings());
    await expect(remote.sync()).resolves.toMatchObject({ files: 2 });
    await connection.close();
    expect(closed).toBe(1);
    channel.port1.emit('exit', 0);
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  });
});
