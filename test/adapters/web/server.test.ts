/** What a server on the open web meets: odd paths, slow and greedy clients, foreign names. It answers or hangs up, and lives. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { siteOf } from '../../../adapters/web/address.ts';
import { createApp } from '../../../adapters/web/app.ts';
import { createWeb } from '../../../adapters/web/index.ts';
import type { Web } from '../../../adapters/web/index.ts';
import { usualLimits } from '../../../adapters/web/server.ts';
import { openWorld, ownContent, silentLog } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { rawClient } from './raw.ts';

const limits = { ...usualLimits, connections: 150, grace: 200 };

/** What a client may cost where the clients themselves are the test: a busy machine makes honest ones slow, too. */
const strict = { ...limits, headers: 200, request: 400, check: 50 };

let world: OpenWorld;
let web: Web;
let port: number;

beforeAll(async () => {
  world = await openWorld(ownContent);
});
afterAll(() => world.close());

const address = { host: '127.0.0.1', port: 0, publicUrl: null };
const parts = { address, limits, now: () => new Date(), log: silentLog, newId: () => 'abcdefghij' };

beforeEach(async () => {
  web = await createWeb(parts);
  port = Number(new URL(web.base).port);
  await web.open(world);
});
afterEach(() => web.stop());

const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${web.base}${path}`, init);
const isAlive = async (): Promise<boolean> => (await get('/healthz')).ok;

describe('a request that is not what it should be', () => {
  test.each([
    ['two slashes', 'GET // HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
    ['a path that can not be decoded', 'GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\n\r\n', 404],
    [
      'a way out of the folder',
      'GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1\r\nHost: localhost\r\n\r\n',
      404,
    ],
    ['a whole address as its path', 'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n', 421],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a host that is no host', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['no HTTP at all', '\u0000\u0001\u0002 hello\r\n\r\n', 400],
    [
      'a thousand headers',
      `GET /healthz HTTP/1.1\r\nHost: localhost\r\n${'X-A: b\r\n'.repeat(1000)}\r\n`,
      431,
    ],
    [
      'a header of 100,000 characters',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
      431,
    ],
    ['an unknown method', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  ])('%s', async (_name, bytes, status) => {
    const client = await rawClient(port, bytes);
    await client.until('\r\n');
    expect(client.heard()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    client.socket.destroy();
    expect(await isAlive()).toBe(true);
  });

  test('a body of five million bytes is refused, whether it says so or not', async () => {
    const body = 'x'.repeat(5_000_000);
    const headers = { Origin: web.base, 'Content-Type': 'text/plain' };
    expect((await get('/reports', { method: 'POST', body, headers })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const chunked = { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit;
    // The server may hang up while the client still sends: that is a refusal as well.
    const status = await get('/reports', chunked).then(
      (response) => response.status,
      () => 413,
    );
    expect([404, 413]).toContain(status);
    expect(await isAlive()).toBe(true);
  });

  test('several requests in one go are answered in their order', async () => {
    const one = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
    const client = await rawClient(port, one('/healthz') + one('/readyz') + one('/nowhere'));
    await client.until('404 Not Found');
    expect(client.heard().match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404']);
    client.socket.destroy();
  });

  test('a client that waits to be told to go on is told', async () => {
    const head = `POST /reports HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${web.base}\r\n`;
    const client = await rawClient(port, `${head}Content-Length: 3\r\nExpect: 100-continue\r\n\r\n`);
    await client.until('HTTP/1.1 100 Continue');
    client.socket.write('a=b');
    await client.until('HTTP/1.1 404');
    expect(client.heard()).toContain('no-store');
    client.socket.destroy();
  });
});

describe('a client that takes its time', () => {
  beforeEach(async () => {
    await web.stop();
    web = await createWeb({ ...parts, limits: strict });
    port = Number(new URL(web.base).port);
    await web.open(world);
  });

  test('a hundred that never finish their headers are hung up on, and others are served meanwhile', async () => {
    const slow = await Promise.all(
      Array.from({ length: 100 }, () => rawClient(port, 'GET / HTTP/1.1\r\nHost: local')),
    );
    expect(await isAlive()).toBe(true);
    expect((await get('/reports')).status).toBe(200);
    await Promise.all(slow.map(({ closed }) => closed));
    expect(slow.every(({ heard }) => heard() === '' || heard().startsWith('HTTP/1.1 408'))).toBe(true);
  });

  test('a body that never comes to its end is given up', async () => {
    const head = `POST /reports HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${web.base}\r\n`;
    const client = await rawClient(port, `${head}Content-Length: 1000\r\n\r\nhalf`);
    await client.closed;
    expect(await isAlive()).toBe(true);
  });

  test('a hundred idle ones hinder nobody', async () => {
    const idle = await Promise.all(Array.from({ length: 100 }, () => rawClient(port)));
    expect(await isAlive()).toBe(true);
    expect((await get('/readyz')).status).toBe(200);
    for (const { socket } of idle) socket.destroy();
  });

  test('more than there is room for are hung up on, and there is room again when others leave', async () => {
    const many = await Promise.all(Array.from({ length: limits.connections }, () => rawClient(port)));
    const late = await rawClient(port, 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await late.closed;
    expect(late.heard()).toBe('');
    for (const { socket } of many) socket.destroy();
    await Promise.all(many.map(({ closed }) => closed));
    expect(await isAlive()).toBe(true);
  });

  test('one that stays does not keep the server from stopping', async () => {
    const idle = await rawClient(port);
    const half = await rawClient(port, 'GET / HTTP/1.1\r\n');
    await web.stop();
    await Promise.all([idle.closed, half.closed]);
    await expect(get('/healthz')).rejects.toThrow('fetch failed');
    web = await createWeb(parts);
  });
});

describe('whom it answers', () => {
  const asked = async (host: string, path = '/reports'): Promise<string> => {
    const client = await rawClient(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await client.until('\r\n');
    client.socket.destroy();
    return client.heard().slice(9, 12);
  };

  test('its addresses and its own names, and no name that merely leads here', async () => {
    expect(await asked('localhost')).toBe('200');
    expect(await asked('127.0.0.1:3000')).toBe('200');
    expect(await asked('192.168.1.7')).toBe('200');
    expect(await asked('[::1]')).toBe('200');
    expect(await asked('meetup.localhost')).toBe('200');
    expect(await asked('evil.example')).toBe('421');
    expect(await asked('localhost.evil.example')).toBe('421');
  });

  test('health is answered whoever asks: an orchestrator has names of its own', async () => {
    expect(await asked('meetup-bot', '/healthz')).toBe('200');
  });

  test('its public name, by which its links go, whatever the request says', async () => {
    const site = siteOf({ ...address, publicUrl: 'https://meetup.example.org/archive' }, 3000);
    const { library } = world;
    const app = createApp({ ...parts, site, library: () => library, playground: null });
    const home = await app.request('https://meetup.example.org/archive');
    const page = await home.text();
    expect(page).toContain('href="/archive/reports"');
    expect((await app.request('http://10.0.0.7/archive/reports')).status).toBe(200);
    expect((await app.request('https://meetup.example.org/reports')).status).toBe(404);
    // The proxy speaks HTTPS, the browser knows no other name than the public one.
    const post = { method: 'POST', headers: { Origin: 'https://meetup.example.org' } };
    expect((await app.request('http://meetup.example.org/archive/reports', post)).status).toBe(404);
  });

  test('a form on another site does nothing here', async () => {
    const post = (headers: Record<string, string>): Promise<Response> =>
      get('/reports', { method: 'POST', body: new URLSearchParams({ a: 'b' }), headers });
    expect((await post({})).status).toBe(403);
    expect((await post({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ Origin: 'null' })).status).toBe(403);
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post({ Origin: web.base })).status).toBe(404);
  });
});

describe('where it listens', () => {
  test('says that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = { ...address, port: (other.address() as AddressInfo).port };
    await expect(createWeb({ ...parts, address: taken })).rejects.toMatchObject({ code: 'port-taken' });
    other.close();
  });

  test('says that the machine has no such address', async () => {
    const elsewhere = { ...address, host: '192.0.2.1' };
    await expect(createWeb({ ...parts, address: elsewhere })).rejects.toMatchObject({ code: 'host-unknown' });
  });
});

describe('what every page says to the browser', () => {
  test('that nothing may be loaded, framed or guessed', async () => {
    const { headers } = await get('/reports');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('that it may be kept, and asked again in vain while nothing changed', async () => {
    const first = await get('/reports');
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const again = await get('/reports', { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('that a page which failed is our fault, with a number, and is logged once', async () => {
    const logged: object[] = [];
    const failing = await createWeb({
      ...parts,
      log: { ...silentLog, error: (facts) => void logged.push(facts) },
    });
    const { library: real } = world;
    await failing.open({
      ...world,
      library: { ...real, reports: () => Promise.reject(new Error('/secret/path')) },
    });
    const response = await fetch(`${failing.base}/reports?lang=en`);
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toContain('abcdefghij');
    expect(page).not.toContain('secret');
    expect(logged).toMatchObject([{ id: 'abcdefghij', path: '/reports' }]);
    await failing.stop();
  });
});
