/** What comes back from the web: texts, copies that are still good, and every way in which nothing comes. */
import { describe, expect, test } from '@jest/globals';
import type { Fetched } from '../../src/port.ts';
import { fetchWith, saying, startSocket, startWeb, untilLeft } from './http-server.ts';
import type { Web } from './http-server.ts';

const ask = (web: Web, url = web.url): Promise<Fetched> => fetchWith([web])({ url });

const failed = (reason: string, detail: string, retryAfter: number | null = null): Fetched =>
  ({ status: 'failed', reason, detail, retryAfter }) as Fetched;

describe('an answer', () => {
  test('is its text, its type and what its copy is known by', async () => {
    const web = await startWeb(
      saying('BEGIN:VCALENDAR', {
        'content-type': 'Text/Calendar; charset=utf-8',
        etag: 'W/"1"',
        'last-modified': 'Wed, 10 Mar 2027 10:00:00 GMT',
      }),
    );
    expect(await ask(web)).toEqual({
      status: 'ok',
      text: 'BEGIN:VCALENDAR',
      type: 'text/calendar',
      etag: 'W/"1"',
      modified: 'Wed, 10 Mar 2027 10:00:00 GMT',
    });
  });

  test('says that it is a page, where a calendar has a page of login instead', async () => {
    const web = await startWeb(saying('<form>password</form>', { 'content-type': 'text/html' }));
    expect(await ask(web)).toMatchObject({ status: 'ok', type: 'text/html' });
  });

  test.each(['', 'nonsense', 'text/'])('has no type where the server says %j', async (type) => {
    const web = await startWeb(saying('x', type === '' ? {} : { 'content-type': type }));
    expect(await ask(web)).toMatchObject({ status: 'ok', text: 'x', type: null });
  });

  const meetup = {
    utf8: new TextEncoder().encode('勉強会'),
    sjis: Uint8Array.of(0x95, 0xd7, 0x8b, 0xad, 0x89, 0xef),
    eucjp: Uint8Array.of(0xca, 0xd9, 0xb6, 0xaf, 0xb2, 0xf1),
  };

  test.each([
    ['nothing is said', 'text/plain', meetup.utf8],
    ['UTF-8 is said', 'text/plain; charset="UTF-8"', meetup.utf8],
    ['a charset is said that is none', 'text/plain; charset=klingon', meetup.utf8],
    ['Shift_JIS is said', 'text/plain; charset=Shift_JIS', meetup.sjis],
    ['EUC-JP is said', 'text/plain; charset=euc-jp', meetup.eucjp],
  ])('is decoded where %s', async (_, type, bytes) => {
    expect(await ask(await startWeb(saying(bytes, { 'content-type': type })))).toMatchObject({
      text: '勉強会',
    });
  });

  test('has a replacement where it can not be decoded', async () => {
    expect(await ask(await startWeb(saying(Uint8Array.of(0x61, 0xff, 0x62))))).toMatchObject({
      text: 'a\uFFFDb',
    });
  });
});

describe('a question', () => {
  test('names the bot and carries its headers', async () => {
    const web = await startWeb(saying(''));
    await fetchWith([web])({ url: `${web.url}/a?b=1#c`, headers: { 'X-API-Key': 'k' } });
    expect(web.asked[0]?.url).toBe('/a?b=1');
    expect(web.asked[0]?.headers).toEqual({
      host: web.host,
      'user-agent': 'meetup-bot',
      'accept-encoding': 'gzip, deflate, br',
      'x-api-key': 'k',
      connection: 'close',
    });
  });

  test('is asked over a connection of its own, which is closed afterwards', async () => {
    const web = await startWeb(saying('x'));
    await ask(web);
    await ask(web);
    expect(web.connections).toHaveLength(2);
    await untilLeft(web);
  });

  test('asks no proxy that the environment names', async () => {
    const [web, proxy] = [await startWeb(saying('x')), await startWeb(saying('proxy'))];
    const names = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
    for (const name of names) process.env[name] = name.startsWith('NODE') ? '1' : proxy.url;
    const answer = await ask(web).finally(() => {
      for (const name of names) Reflect.deleteProperty(process.env, name);
    });
    expect(answer).toMatchObject({ text: 'x' });
    expect(proxy.connections).toHaveLength(0);
  });
});

describe('a copy', () => {
  const since = { etag: '"1"', modified: 'Wed, 10 Mar 2027 10:00:00 GMT' };

  test('is still good where the server says so', async () => {
    const web = await startWeb((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    });
    expect(await fetchWith([web])({ url: web.url, since })).toEqual({ status: 'same' });
    expect(web.asked[0]?.headers['if-modified-since']).toBe(since.modified);
  });

  test('is asked about by nothing that is not known of it', async () => {
    const web = await startWeb(saying('new'));
    const answer = await fetchWith([web])({ url: web.url, since: { etag: null, modified: null } });
    expect(answer).toMatchObject({ status: 'ok', text: 'new' });
    expect(Object.keys(web.asked[0]?.headers ?? {}).filter((name) => name.startsWith('if-'))).toEqual([]);
  });

  test('that nobody has can not be still good', async () => {
    const web = await startWeb(saying('', {}, 304));
    expect(await ask(web)).toEqual(failed('broken', `${web.host}: 304`));
  });

  test('is known by nothing that could not be sent back', async () => {
    const web = await startWeb(saying('', { etag: '"é"' }));
    expect(await ask(web)).toMatchObject({ status: 'ok', etag: null, modified: null });
  });
});

describe('a status', () => {
  test.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'missing'],
    [410, 'gone'],
    [429, 'limited'],
    [206, 'broken'],
    [300, 'broken'],
    [400, 'broken'],
    [418, 'broken'],
    [500, 'broken'],
    [502, 'broken'],
    [503, 'broken'],
  ])('%d is %s', async (status, reason) => {
    const web = await startWeb(saying('why', {}, status));
    expect(await ask(web)).toEqual(failed(reason, `${web.host}: ${status}`));
  });

  test.each([200, 201, 203])('%d is a success', async (status) => {
    expect(await ask(await startWeb(saying('x', {}, status)))).toMatchObject({ status: 'ok', text: 'x' });
  });

  const now = (): Date => new Date('2027-03-10T10:00:00Z');

  test.each([
    ['120', 120],
    ['0', 0],
    ['Wed, 10 Mar 2027 10:00:30 GMT', 30],
    ['Wednesday, 10-Mar-27 10:01:00 GMT', 60],
    ['Wed, 10 Mar 2027 09:00:00 GMT', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['9999999999999999999999', null],
    ['Wed, 99 Foo 2027 10:00:30 GMT', null],
  ])('may ask to be left alone: %s', async (value, seconds) => {
    const web = await startWeb(saying('', { 'retry-after': value }, 429));
    const answer = await fetchWith([web], { now })({ url: web.url });
    expect(answer).toEqual(failed('limited', `${web.host}: 429`, seconds));
  });
});

describe('nothing comes', () => {
  test('where nobody listens', async () => {
    const web = await startWeb(saying(''));
    const url = 'http://127.0.0.1:1';
    expect(await fetchWith([{ ...web, host: '127.0.0.1:1' }])({ url })).toEqual(
      failed('unreachable', '127.0.0.1:1: ECONNREFUSED'),
    );
  });

  test('where the name is nobody’s', async () => {
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const fetch = fetchWith([], { resolve: () => Promise.reject(unknown) });
    expect(await fetch({ url: 'https://nobody.example/' })).toEqual(
      failed('unreachable', 'nobody.example: ENOTFOUND'),
    );
    const none = fetchWith([], { resolve: async () => [] });
    expect(await none({ url: 'https://nobody.example/' })).toMatchObject({ reason: 'unreachable' });
  });

  test.each([
    ['closes the connection', '', 'unreachable'],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.2\r\n', 'broken'],
    ['says half of it', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', 'unreachable'],
    ['has endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(99_999)}`, 'too-large'],
  ])('where the server %s', async (_, words, reason) => {
    const web = await startSocket((socket) => socket.once('data', () => socket.end(words)));
    expect(await ask(web)).toMatchObject({ status: 'failed', reason });
  });

  test('where the server wants to speak another protocol', async () => {
    const web = await startSocket((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n')),
    );
    expect(await ask(web)).toMatchObject({ status: 'failed' });
  });
});
