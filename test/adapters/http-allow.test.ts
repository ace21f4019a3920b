/** What the operator lets feeds reach, and what is never told. */
import { describe, expect, test } from '@jest/globals';
import { createFetch, readAllow } from '../../adapters/http/index.ts';
import { complaintOf } from '../../adapters/terminal/complaint.ts';
import { UserError } from '../../src/error.ts';
import { words } from '../../src/words/index.ts';
import { fetchWith, saying, startSocket, startWeb } from './http-server.ts';
import type { Web } from './http-server.ts';

const allowed = (value: string): readonly string[] => [...readAllow({ MEETUP_FEED_ALLOW: value })];

describe('MEETUP_FEED_ALLOW', () => {
  test('is empty unless it says something', () => {
    expect([...readAllow({})]).toEqual([]);
    expect(allowed(' , ')).toEqual([]);
  });

  test('names hosts with their ports, as a URL has them', () => {
    expect(allowed('Calendar.Internal:8080, 127.0.0.1:80,[::1]:0443,勉強会.example:1')).toEqual([
      'calendar.internal:8080',
      '127.0.0.1:80',
      '[::1]:443',
      'xn--6oqq3g0uo.example:1',
    ]);
  });

  test.each([
    ['a host without a port', 'calendar.internal'],
    ['a port without a host', ':80'],
    ['no port', 'a:'],
    ['a port that is none', 'a:0'],
    ['a port that is too high', 'a:65536'],
    ['the name of a port', 'a:http'],
    ['an address', 'http://a:80'],
    ['a path', 'a:80/b'],
    ['a path before the port', 'a/b:80'],
    ['a question', 'a?b:80'],
    ['a fragment', 'a#b:80'],
    ['a user', 'u@a:80'],
    ['all hosts', '*:80'],
    ['a space', 'a b:80'],
  ])('can not say %s', (_, value) => {
    expect(() => allowed(`good.example:80,${value}`)).toThrow(
      expect.objectContaining({ code: 'bad-feed-allow', facts: { value } }),
    );
  });

  test('that is no good gets a sentence with what is wrong', () => {
    const error = new UserError('bad-feed-allow', { value: 'here' });
    for (const tongue of Object.values(words)) {
      expect(complaintOf(error, tongue)).toContain('MEETUP_FEED_ALLOW');
      expect(complaintOf(error, tongue)).toContain('here');
    }
  });

  test('opens that port of that host alone, for both schemes', async () => {
    const web = await startWeb(saying('x'));
    const fetch = createFetch({ allow: readAllow({ MEETUP_FEED_ALLOW: web.host }) });
    expect(await fetch({ url: web.url })).toMatchObject({ status: 'ok' });
    expect(await fetch({ url: `https://${web.host}` })).toMatchObject({
      status: 'failed',
      reason: 'unreachable',
    });
    expect(await fetch({ url: 'http://127.0.0.1' })).toMatchObject({ reason: 'blocked' });
  });
});

describe('what is told of a failure', () => {
  const path = '/private-s3cret/basic.ics?key=s3cret#s3cret';
  const headers = { 'x-api-key': 's3cret' };
  const away = { location: `/s3cret?s3cret` };
  const cut = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf';

  const troubles: Readonly<Record<string, () => Promise<Web>>> = {
    status: () => startWeb(saying('s3cret', {}, 404)),
    redirects: () => startWeb(saying('', away, 302)),
    blocked: () => startWeb(saying('', { location: 'http://10.0.0.1/s3cret?s3cret' }, 302)),
    password: () => startWeb(saying('', { location: 'http://s3cret:s3cret@a.example/' }, 302)),
    coding: () => startWeb(saying('x', { 'content-encoding': 's3cret' })),
    unpacking: () => startWeb(saying('s3cret', { 'content-encoding': 'gzip' })),
    large: () => startWeb(saying('s3cret'.repeat(1_000_000))),
    closed: () => startSocket((socket) => socket.once('data', () => socket.end())),
    cut: () => startSocket((socket) => socket.once('data', () => socket.end(cut))),
    strange: () => startSocket((socket) => socket.once('data', () => socket.end('s3cret'))),
    silent: () => startSocket((socket) => socket.resume()),
  };

  test.each(Object.keys(troubles))('is no secret of the address (%s)', async (trouble) => {
    const web = await troubles[trouble]?.();
    const fetch = fetchWith(web ? [web] : [], { limits: { deadline: 500 } });
    const answer = await fetch({ url: `${web?.url}${path}`, headers });
    expect(answer).toMatchObject({ status: 'failed', detail: expect.stringMatching(/./) });
    expect(JSON.stringify(answer)).not.toContain('s3cret');
  });

  test.each(['s3cret', 'http://s3cret@a.example', 'http://a.example:22/s3cret'])(
    'is no secret of an address that is none (%s)',
    async (url) => {
      const fetch = fetchWith([], { resolve: async () => [] });
      const answer = await fetch({ url, headers: { 'x-key': 's3cret\n' } });
      expect(answer).toMatchObject({ status: 'failed' });
      expect(JSON.stringify(answer)).not.toContain('s3cret');
    },
  );

  test('is no header that could not be sent', async () => {
    const web = await startWeb(saying('x'));
    const answer = await fetchWith([web])({ url: web.url, headers: { 'x-key': 's3cret\n' } });
    expect(answer).toMatchObject({ status: 'failed', reason: 'broken' });
    expect(JSON.stringify(answer)).not.toContain('s3cret');
  });
});
