/** How calendars are asked: by their address or from a file, and what is answered when there is none. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { hash } from '../../adapters/hash/index.ts';
import { understanding } from '../../src/feed/understanding.ts';
import { createIcal } from '../../adapters/feed/ical/index.ts';
import type { Feed, FeedCopy, Fetched, FetchRequest } from '../../src/port.ts';
import { calendar, fileFeed, vevent } from './ical.ts';

const SECRET = 'private-0123456789abcdef';
const address = `https://calendar.google.com/calendar/ical/a%40example.org/${SECRET}/basic.ics?key=${SECRET}`;
const text = calendar(vevent());
const last: FeedCopy = { events: [], skipped: [], etag: '"1"', modified: 'Mon, 01 Mar 2027 00:00:00 GMT' };
const good: Fetched = { status: 'ok', text, type: 'text/calendar', etag: '"2"', modified: null };

/** The feed at an address, and what it asked of the web, which answers the same each time. */
function webFeed(at: string, answer: Fetched = good) {
  const asked: FetchRequest[] = [];
  const fetch = async (request: FetchRequest): Promise<Fetched> => {
    asked.push(request);
    return answer;
  };
  const feed = createIcal({ fetch, read: async () => null, hash, understanding })(
    { kind: 'ical', at },
    'Asia/Tokyo',
  );
  if (!feed) throw new Error('no feed');
  return { feed, asked };
}

describe('a calendar at an address', () => {
  test('is asked for with what is known of its last copy, and is the copy with what is said of it now', async () => {
    const { feed, asked } = webFeed(address);
    expect(await feed.ask(null)).toMatchObject({
      status: 'ok',
      copy: { events: [{ title: 'Night' }], skipped: [], etag: '"2"', modified: null },
    });
    await feed.ask(last);
    expect(asked).toEqual([
      { url: address },
      { url: address, since: { etag: '"1"', modified: 'Mon, 01 Mar 2027 00:00:00 GMT' } },
    ]);
  });

  test.each([
    ['webcal://example.org/a.ics', 'https://example.org/a.ics'],
    ['WEBCAL://example.org/a.ics', 'https://example.org/a.ics'],
    ['webcals://example.org/a.ics', 'https://example.org/a.ics'],
    [' http://example.org/a.ics ', 'http://example.org/a.ics'],
  ])('%j is asked for at %s', async (at, url) => {
    const { feed, asked } = webFeed(at);
    await feed.ask(null);
    expect(asked).toEqual([{ url }]);
  });

  test('is called by its host; nothing that is secret is in its name or its key', () => {
    const { feed } = webFeed(address);
    expect(feed.name).toBe('ical calendar.google.com');
    expect(JSON.stringify(feed)).not.toContain(SECRET);
  });

  test('has a key of its own, by its address and by the zone of the community', () => {
    const open = createIcal({ fetch: async () => good, read: async () => null, hash, understanding });
    const keys = [
      open({ kind: 'ical', at: address }, 'Asia/Tokyo'),
      open({ kind: 'ical', at: address }, 'Europe/Berlin'),
      open({ kind: 'ical', at: 'a.ics' }, 'Asia/Tokyo'),
    ].map((feed) => feed?.key);
    expect(new Set(keys).size).toBe(3);
    expect(webFeed(address).feed.key).toBe(keys[0]);
  });

  test.each<Fetched>([
    { status: 'same' },
    { status: 'failed', reason: 'gone', detail: 'example.org', retryAfter: 60 },
  ])('says what the web says: %j', async (answer) => {
    expect(await webFeed(address, answer).feed.ask(last)).toEqual(answer);
  });

  test.each([
    ['a page', '<!doctype html><pre>\nBEGIN:VCALENDAR\nEND:VCALENDAR\n</pre>'],
    ['nothing', ''],
    ['a sentence about BEGIN:VCALENDAR', 'We begin with BEGIN:VCALENDAR and end with END:VCALENDAR.'],
    ['a calendar that breaks off', text.slice(0, -20)],
  ])('that is %s can not be read', async (_what, body) => {
    const { feed } = webFeed(address, { ...good, text: body, type: 'text/html' });
    expect(await feed.ask(last)).toEqual({
      status: 'failed',
      reason: 'unreadable',
      detail: 'text/html',
      retryAfter: null,
    });
  });

  test.each(['ftp://example.org/a.ics', 'file:///etc/passwd', 'javascript:alert(1)'])(
    'that is no address of the web (%s) is not asked for',
    async (at) => {
      const { feed, asked } = webFeed(at);
      expect(await feed.ask(null)).toMatchObject({ status: 'failed', reason: 'setting' });
      expect(asked).toEqual([]);
    },
  );

  test('that is no longer wanted while it is read is given up', async () => {
    const many = calendar(...Array.from({ length: 3_000 }, (_, index) => vevent(`UID:${index}`)));
    const { feed } = webFeed(address, { ...good, text: many });
    expect(await feed.ask(null, AbortSignal.abort())).toMatchObject({ status: 'failed', reason: 'timeout' });
  }, 30_000);
});

describe('a calendar in a file', () => {
  test('is read from its path, which is its name', async () => {
    const paths: string[] = [];
    const read = async (path: string): Promise<string> => {
      paths.push(path);
      return text;
    };
    const fetch = async () => Promise.reject(new Error('a file is not fetched'));
    const feed = createIcal({ fetch, read, hash, understanding })(
      { kind: 'ical', at: 'feeds/港町.ics' },
      'Asia/Tokyo',
    );
    expect(feed?.name).toBe('ical feeds/港町.ics');
    expect(await feed?.ask(null)).toMatchObject({ status: 'ok', copy: { events: [{ title: 'Night' }] } });
    expect(paths).toEqual(['feeds/港町.ics']);
  });

  test('is the same as long as its text is', async () => {
    const copy = await copyIn(fileFeed(text));
    expect(await fileFeed(text).ask(copy)).toEqual({ status: 'same' });
    expect(await fileFeed(calendar(vevent('SUMMARY:Other'))).ask(copy)).toMatchObject({ status: 'ok' });
  });

  test('that is not there is missing', async () => {
    const feed = createIcal({ fetch: async () => good, read: async () => null, hash, understanding })(
      { kind: 'ical', at: 'a.ics' },
      'Asia/Tokyo',
    );
    expect(await feed?.ask(null)).toMatchObject({ status: 'failed', reason: 'missing', detail: 'a.ics' });
  });
});

test('other feeds are opened by others', () => {
  const open = createIcal({ fetch: async () => good, read: async () => null, hash, understanding });
  expect(open({ kind: 'doorkeeper', groups: ['a'] }, 'Asia/Tokyo')).toBeNull();
});

test('others have a turn while a large calendar is read', async () => {
  const many = calendar(...Array.from({ length: 3_000 }, (_, index) => vevent(`UID:${index}`)));
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const answer = await fileFeed(many).ask(null);
  isOver = true;
  expect(answer.status).toBe('ok');
  expect(turns).toBeGreaterThan(3);
}, 30_000);

test('the zone of the process means nothing', async () => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { hash } from './adapters/hash/index.ts';
    import { createIcal } from './adapters/feed/ical/index.ts';
    import { understanding } from './src/feed/understanding.ts';
    const read = async (path) => readFileSync(path, 'utf8');
    const names = ['google', 'outlook', 'meetup', 'luma', 'apple', 'plain'];
    for (const name of names) {
      const feed = createIcal({ read, hash, understanding })({ kind: 'ical', at: 'test/fixtures/ical/' + name + '.ics' }, 'Asia/Tokyo');
      console.log(JSON.stringify(await feed.ask(null)));
    }`;
  const read = async (zone: string): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, TZ: zone },
    });
    return stdout;
  };
  const [utc, ...others] = await Promise.all(['UTC', 'Pacific/Apia', 'America/New_York'].map(read));
  expect(utc).toContain('2027-03-10T19:00');
  expect(others).toEqual([utc, utc]);
}, 30_000);

async function copyIn(feed: Feed): Promise<FeedCopy> {
  const answer = await feed.ask(null);
  return answer.status === 'ok' ? answer.copy : last;
}
