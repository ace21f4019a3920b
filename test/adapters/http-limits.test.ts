/** How much is taken in, and how long is waited: whoever sends more, or nothing, or slowly, is left. */
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Fetched } from '../../src/port.ts';
import { fetchWith, saying, startSocket, startWeb, untilLeft } from './http-server.ts';
import type { Web } from './http-server.ts';

const MiB = 1024 * 1024;
const ask = (web: Web): Promise<Fetched> => fetchWith([web])({ url: web.url });
const tooLarge = {
  status: 'failed',
  reason: 'too-large',
  detail: expect.stringMatching(/more than 5242880 bytes$/),
};

describe('a body', () => {
  test('may have 5 MiB', async () => {
    const web = await startWeb(saying('x'.repeat(5 * MiB)));
    const answer = await ask(web);
    expect(answer.status === 'ok' && answer.text.length).toBe(5 * MiB);
  });

  test('may not have one byte more', async () => {
    expect(await ask(await startWeb(saying('x'.repeat(5 * MiB + 1))))).toMatchObject(tooLarge);
  });

  test('without an end is left as soon as it is too much', async () => {
    let sent = 0;
    const closed = Promise.withResolvers<void>();
    const web = await startWeb((_request, response) => {
      response.on('close', () => closed.resolve());
      const block = Buffer.alloc(64 * 1024, 'x');
      Readable.from(
        (function* () {
          for (;;) {
            sent += block.length;
            yield block;
          }
        })(),
      ).pipe(response);
    });
    expect(await ask(web)).toMatchObject(tooLarge);
    await closed.promise;
    expect(sent).toBeLessThan(40 * MiB); // what the buffers of the system hold
  });

  const packers = { gzip: gzipSync, 'x-gzip': gzipSync, deflate: deflateSync, br: brotliCompressSync };

  test.each(Object.entries(packers))('is unpacked (%s)', async (coding, pack) => {
    const web = await startWeb(saying(pack('勉強会'), { 'content-encoding': coding.toUpperCase() }));
    expect(await ask(web)).toMatchObject({ status: 'ok', text: '勉強会' });
  });

  test.each(Object.entries(packers))('may not unpack into too much (%s)', async (coding, pack) => {
    const bomb = pack(Buffer.alloc(16 * MiB));
    expect(bomb.length).toBeLessThan(MiB);
    expect(await ask(await startWeb(saying(bomb, { 'content-encoding': coding })))).toMatchObject(tooLarge);
  });

  test('may not be endless and unpack into nothing', async () => {
    const nothing = gzipSync('');
    const block = Buffer.concat(Array.from({ length: 1000 }, () => nothing));
    const web = await startWeb((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      Readable.from(
        (function* () {
          for (;;) yield block;
        })(),
      ).pipe(response);
    });
    expect(await ask(web)).toMatchObject(tooLarge);
  });

  test.each(['gzip, gzip', 'zstd', 'constructor', 'gzip;q=1'])(
    'is not read when packed with %s',
    async (coding) => {
      const web = await startWeb(saying(gzipSync(gzipSync('x')), { 'content-encoding': coding }));
      expect(await ask(web)).toMatchObject({ reason: 'broken', detail: `${web.host}: content-encoding` });
    },
  );

  test.each([
    ['cut off', gzipSync('x'.repeat(1000)).subarray(0, 20)],
    ['not packed at all', Buffer.from('x')],
  ])('is broken where it is said to be packed and is %s', async (_, bytes) => {
    const web = await startWeb(saying(bytes, { 'content-encoding': 'gzip' }));
    expect(await ask(web)).toMatchObject({ status: 'failed', reason: 'broken' });
  });

  test('of a failure or a redirect is not read', async () => {
    const web = await startWeb(saying('x'.repeat(6 * MiB), {}, 404));
    expect(await ask(web)).toMatchObject({ reason: 'missing' });
  });
});

describe('the deadline', () => {
  const limits = { deadline: 150 };
  const timeout = { status: 'failed', reason: 'timeout', detail: '150 ms', retryAfter: null };

  test('ends what comes byte by byte, and closes the connection', async () => {
    const web = await startSocket((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await fetchWith([web], { limits })({ url: web.url })).toEqual(timeout);
    await untilLeft(web);
  });

  test('ends what says nothing at all', async () => {
    const web = await startSocket((socket) => socket.resume());
    expect(await fetchWith([web], { limits })({ url: web.url })).toEqual(timeout);
    await untilLeft(web);
  });

  test('ends waiting for a name server, and nothing is asked afterwards', async () => {
    const web = await startWeb(saying('late'));
    const answer = Promise.withResolvers<readonly [{ address: string; family: number }]>();
    const place = { ...web, host: `late.example:${web.port}` };
    const fetch = fetchWith([place], { limits, resolve: () => answer.promise });
    expect(await fetch({ url: `http://${place.host}` })).toEqual(timeout);

    answer.resolve([{ address: '127.0.0.1', family: 4 }]);
    await fetchWith([web])({ url: web.url }); // by then the other would have come, too
    expect(web.connections).toHaveLength(1);
  });

  test('is one for all redirects', async () => {
    const web = await startWeb((_request, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60);
    });
    expect(await fetchWith([web], { limits })({ url: web.url })).toEqual(timeout);
    expect(web.asked.length).toBeLessThan(4);
  });

  test('is as near as whoever asks wants it', async () => {
    const stopping = new AbortController();
    const web = await startSocket(() => stopping.abort());
    const stopped = { status: 'failed', reason: 'timeout', detail: 'stopped', retryAfter: null };
    expect(await fetchWith([web])({ url: web.url }, stopping.signal)).toEqual(stopped);
    expect(await fetchWith([web])({ url: web.url }, stopping.signal)).toEqual(stopped);
    expect(web.connections).toHaveLength(1);
  });
});
