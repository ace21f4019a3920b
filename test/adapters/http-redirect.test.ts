/** Where redirects lead, and where they do not. */
import { describe, expect, test } from '@jest/globals';
import { nextStop } from '../../adapters/http/follow.ts';
import { fetchWith, saying, startWeb } from './http-server.ts';
import type { Web } from './http-server.ts';

/** `/3` leads to `/2`, `/2` to `/1`, and `/1` to `/0`, which says so. */
const startChain = (status = 302): Promise<Web> =>
  startWeb((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) response.writeHead(status, { location: `/${left - 1}` }).end();
    else response.end('there');
  });

const leadingTo = (location: string): Promise<Web> => startWeb(saying('', { location }, 302));

const secret = { authorization: 'Bearer t', 'X-API-Key': 'k', 'x-custom': 'c' };

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('is followed (%d)', async (status) => {
    const web = await startChain(status);
    expect(await fetchWith([web])({ url: `${web.url}/1` })).toMatchObject({ status: 'ok', text: 'there' });
  });

  test('is followed three times and no more', async () => {
    const web = await startChain();
    const fetch = fetchWith([web]);
    expect(await fetch({ url: `${web.url}/3` })).toMatchObject({ status: 'ok' });
    expect(await fetch({ url: `${web.url}/4` })).toEqual({
      status: 'failed',
      reason: 'redirects',
      detail: `${web.host}: 302`,
      retryAfter: null,
    });
    expect(web.asked).toHaveLength(8);
  });

  test('takes the headers along within its origin', async () => {
    const web = await startChain();
    await fetchWith([web])({ url: `${web.url}/1`, headers: secret });
    expect(web.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t', 'Bearer t']);
  });

  test('takes no header along to another origin, and none back from there', async () => {
    const home: Web = await startWeb((request, response) => {
      if (request.url === '/back') response.end('back');
      else response.writeHead(302, { location: `${other.url}/` }).end();
    });
    const other: Web = await leadingTo(`${home.url}/back`);
    const answer = await fetchWith([home, other])({
      url: home.url,
      headers: secret,
      since: { etag: '"1"', modified: null },
    });
    expect(answer).toMatchObject({ text: 'back' });
    expect(home.asked[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'x-api-key': 'k' });
    for (const { headers } of [other.asked[0], home.asked[1]].map((each) => each ?? { headers: {} }))
      expect(Object.keys(headers).toSorted()).toEqual([
        'accept-encoding',
        'connection',
        'host',
        'if-none-match',
        'user-agent',
      ]);
  });

  test('brings no cookie along', async () => {
    const web = await startWeb((request, response) => {
      if (request.url === '/in') response.end('in');
      else response.writeHead(302, { location: '/in', 'set-cookie': 'a=b' }).end();
    });
    await fetchWith([web])({ url: web.url });
    expect(web.asked.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  test.each([
    ['a file', 'file:///etc/passwd', 'blocked', 'file:'],
    ['data', 'data:text/calendar,x', 'blocked', 'data:'],
    ['a port of another service', 'http://93.184.215.14:22/', 'blocked', 'port 22'],
    ['an address with a password', 'https://a:b@meetup.example/', 'blocked', 'credentials'],
    ['the cloud’s own metadata', 'http://169.254.169.254/latest/meta-data', 'blocked', '169.254.169.254'],
    ['what is no address', 'http://[', 'broken', 'location'],
  ])('to %s is not followed', async (_, location, reason, what) => {
    const web = await leadingTo(location);
    const answer = await fetchWith([web])({ url: web.url });
    expect(answer).toMatchObject({ status: 'failed', reason, detail: expect.stringContaining(what) });
  });

  test('to nowhere is broken', async () => {
    const web = await startWeb(saying('', {}, 302));
    expect(await fetchWith([web])({ url: web.url })).toMatchObject({ reason: 'broken' });
  });

  test('from https to http is not followed', () => {
    const stop = { url: new URL('https://a.example/'), headers: {}, isFree: false };
    const to = (location: string) => () =>
      nextStop(stop, { status: 302, header: () => location, bytes: new Uint8Array() });
    expect(to('http://a.example/')).toThrow('from https to http');
    expect(to('https://b.example/')().url.href).toBe('https://b.example/');
  });
});

describe('an address that is trusted', () => {
  test('may lead anywhere, and where it redirects may not', async () => {
    const canary = await startWeb(saying('secret'));
    const web = await leadingTo(`${canary.url}/`);
    const fetch = fetchWith([], { limits: { ports: [canary.port, web.port] } });
    expect(await fetch({ url: canary.url, trusted: true })).toMatchObject({ status: 'ok' });
    expect(await fetch({ url: web.url, trusted: true })).toMatchObject({
      reason: 'blocked',
      detail: `${canary.host}: 127.0.0.1`,
    });
    expect(canary.asked).toHaveLength(1);
  });

  test('is of the web all the same', async () => {
    const fetch = fetchWith([]);
    expect(await fetch({ url: 'file:///etc/passwd', trusted: true })).toMatchObject({ reason: 'blocked' });
  });
});
