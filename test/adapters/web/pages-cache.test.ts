/** Pages are sent once and asked for again: by proxies, by phones on a slow line. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ownContent } from '../../world.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve(ownContent);
});
afterAll(() => served.close());

describe.each(['/', '/reports', '/reports/mq3gzpwxua', '/search?q=docker', '/events', '/feed.xml'])(
  '%s',
  (path) => {
    test('may be kept, and is asked for again without being sent again', async () => {
      const first = await served.get(path);
      expect(first.headers.get('cache-control')).toBe('public, max-age=60');
      const etag = first.headers.get('etag') ?? '';
      expect(etag).not.toBe('');
      const again = await served.get(path, { 'If-None-Match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    test('is another in another language and another encoding, and says so', async () => {
      const [ja, en] = await Promise.all(
        ['ja', 'en'].map((locale) => served.get(path, { 'Accept-Language': locale })),
      );
      expect(ja?.headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
      expect(ja?.headers.get('etag')).not.toBe(en?.headers.get('etag'));
    });

    test('has the same headers where only they are asked for', async () => {
      const head = await fetch(`${served.base}${path}`, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
      expect(head.headers.get('etag')?.replace(/^W\//, '')).toBe(
        (await served.get(path)).headers.get('etag')?.replace(/^W\//, ''),
      );
    });
  },
);

test('the style may be kept for ever under the name of what is in it', async () => {
  const [, style = ''] = /href="(\/assets\/style[^"]*)"/.exec(await served.page('/')) ?? [];
  const response = await served.get(style);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await response.text()).length).toBeLessThan(12 * 1024);
});

test('a style that is no longer current is asked for every time', async () => {
  expect((await served.get('/assets/style.css?v=old')).headers.get('cache-control')).toBe('no-cache');
});
