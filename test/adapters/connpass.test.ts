/** connpass as a feed: what is asked of it, and how often. */
import { describe, expect, test } from '@jest/globals';
import { readConnpassUrl } from '../../adapters/feed/connpass/index.ts';
import type { Connpass, ConnpassEvent } from '../connpass/index.ts';
import { connpassEvent } from '../connpass/index.ts';
import { askConnpass, copyOf, feedOf } from './connpass.ts';

const many = (count: number, said: Partial<ConnpassEvent> = {}): ConnpassEvent[] =>
  Array.from({ length: count }, (_each, at) => connpassEvent(at + 1, said));

const statuses = ({ hits }: Connpass): number[] => hits.map(({ status }) => status);

const queryAt = ({ hits }: Connpass, at: number): URLSearchParams =>
  new URL(hits[at]?.path ?? '', 'http://localhost').searchParams;

describe('what is asked', () => {
  test('has the key, the groups, the places and the months; keywords each by itself', async () => {
    const { open, connpass } = await askConnpass({});
    const setting = {
      kind: 'connpass',
      groups: ['container', 'go'],
      keywords: ['docker', 'a,b'],
      prefectures: ['tokyo', 'online'],
    } as const;
    await feedOf(open, setting).ask(null);
    const query = queryAt(connpass, 0);
    const months = query.get('ym')?.split(',') ?? [];
    expect(statuses(connpass)).toEqual([200]);
    expect([query.get('subdomain'), query.get('prefecture'), query.getAll('keyword')]).toEqual([
      'container,go',
      'tokyo,online',
      ['docker', 'a,b'],
    ]);
    expect([query.get('order'), query.get('count'), query.get('start')]).toEqual(['2', '100', '1']);
    expect([months[0], months.at(-1), months.length]).toEqual(['202612', '202903', 28]);
  });

  test('finds what connpass finds', async () => {
    const events = [
      connpassEvent(1, { description: 'Docker' }),
      connpassEvent(2, { description: 'Docker', address: '大阪府大阪市' }),
      connpassEvent(3, { description: 'Podman' }),
      connpassEvent(4, { description: 'Docker', group: null }),
    ];
    const { open } = await askConnpass({ events });
    const numbers = async (setting: {
      groups?: string[];
      keywords?: string[];
      prefectures?: string[];
    }): Promise<unknown> => {
      const feed = feedOf(open, { kind: 'connpass', groups: [], keywords: [], prefectures: [], ...setting });
      return copyOf(await feed.ask(null)).events.map(({ number }) => number);
    };
    expect(await numbers({ keywords: ['docker'] })).toEqual([1, 2, 4]);
    expect(await numbers({ keywords: ['docker'], groups: ['container'] })).toEqual([1, 2]);
    expect(await numbers({ groups: ['container'], prefectures: ['osaka'] })).toEqual([2]);
  });

  test('brings all pages, each event once', async () => {
    const { feed, connpass } = await askConnpass({ events: many(250) });
    const { events, skipped } = copyOf(await feed.ask(null));
    expect([new Set(events.map(({ id }) => id)).size, events.length, skipped]).toEqual([250, 250, []]);
    expect(connpass.hits.map((_hit, at) => queryAt(connpass, at).get('start'))).toEqual(['1', '101', '201']);
  });

  // A thousand events take their time where the machine has other things to do.
  test('is over with the thousandth event; how many more there are is told', async () => {
    const { feed, connpass } = await askConnpass({ events: many(1030) });
    const { events, skipped } = copyOf(await feed.ask(null));
    expect([events.length, connpass.hits.length]).toEqual([1000, 10]);
    expect(skipped).toEqual([{ code: 'too-many', detail: '30' }]);
  }, 30_000);

  test('leaves out what was over ninety days ago, in one request for hundreds of past events', async () => {
    const past = many(300, { started_at: '2020-01-10T19:00:00+09:00', ended_at: null });
    const at = (day: string): Partial<ConnpassEvent> => ({
      started_at: `${day}T19:00:00+09:00`,
      ended_at: `${day}T21:00:00+09:00`,
    });
    const near = [
      connpassEvent(401, at('2026-12-02')),
      connpassEvent(402, at('2026-11-30')),
      connpassEvent(403, at('2029-03-31')),
    ];
    const { feed, connpass } = await askConnpass({ events: [...past, ...near] });
    expect(copyOf(await feed.ask(null)).events.map(({ number }) => number)).toEqual([403, 401]);
    expect(connpass.hits.filter(({ path }) => path.startsWith('/events/?'))).toHaveLength(1);
  });

  test('is asked at most once a second, whoever asks', async () => {
    const { open, connpass } = await askConnpass({ events: many(150) });
    const feeds = ['container', 'go', 'rust'].map((group) =>
      feedOf(open, { kind: 'connpass', groups: [group], keywords: [], prefectures: [] }),
    );
    await Promise.all([...feeds, ...feeds].map((feed) => feed.ask(null)));
    expect(statuses(connpass)).toEqual(Array.from({ length: 8 }, () => 200));
  });
});

test('a feed is known by its setting; settings of other kinds are none', async () => {
  const { open, feed } = await askConnpass({});
  const keyOf = (groups: string[]): string =>
    feedOf(open, { kind: 'connpass', groups, keywords: [], prefectures: [] }).key;
  expect([feed.name, keyOf(['container'])]).toEqual(['connpass', feed.key]);
  expect(keyOf(['go'])).not.toBe(feed.key);
  expect(open({ kind: 'ical', at: 'events.ics' }, 'Asia/Tokyo')).toBeNull();
  expect(open({ kind: 'doorkeeper', groups: ['x'] }, 'Asia/Tokyo')).toBeNull();
});

describe('CONNPASS_API_URL', () => {
  test.each([
    ['', 'https://connpass.com/api/v2'],
    ['http://127.0.0.1:8080/api/v2', 'http://127.0.0.1:8080/api/v2'],
    ['https://proxy.example.org/connpass/api/v2/', 'https://proxy.example.org/connpass/api/v2'],
  ])('%s', (value, expected) => {
    expect(readConnpassUrl({ CONNPASS_API_URL: value })).toBe(expected);
  });

  test.each([
    'connpass.com/api/v2',
    'https://connpass.com/api/v1',
    'ftp://connpass.com/api/v2',
    'https://connpass.com/api/v2?x=1',
  ])('%s is none', (value) => {
    expect(() => readConnpassUrl({ CONNPASS_API_URL: value })).toThrow('bad-feed-api-url');
  });
});
