/** Doorkeeper as a feed: what is asked of it, what becomes of its events, and what when it does not answer. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createDoorkeeper, readDoorkeeperUrl } from '../../adapters/feed/doorkeeper/index.ts';
import { understanding } from '../../src/feed/understanding.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createFetch } from '../../adapters/http/index.ts';
import type { Feed, OpenFeed } from '../../src/port.ts';
import type { Doorkeeper, DoorkeeperEvent } from '../doorkeeper/index.ts';
import { doorkeeperEvent, startDoorkeeper } from '../doorkeeper/index.ts';
import type { Fault } from '../simulator/faults.ts';
import { copyOf, createTime, onlyEvent, type Time } from './connpass.ts';

const groups = [
  { id: 24, name: 'Tokyo Rubyists', subdomain: 'rubyists' },
  { id: 25, name: 'Gophers', subdomain: 'gophers' },
];

interface Asked {
  readonly doorkeeper: Doorkeeper;
  readonly open: OpenFeed;
  readonly time: Time;
  readonly ask: (...names: readonly string[]) => ReturnType<Feed['ask']>;
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function askDoorkeeper(
  events: readonly DoorkeeperEvent[],
  { zone = 'Asia/Tokyo', token }: { readonly zone?: string; readonly token?: string | null } = {},
): Promise<Asked> {
  const time = createTime();
  const doorkeeper = await startDoorkeeper({ now: () => time.now().getTime(), groups, events });
  stops.push(() => doorkeeper.stop());
  const open = createDoorkeeper({
    understanding,
    fetch: createFetch({ allow: new Set() }),
    token: token === undefined ? doorkeeper.token : token,
    url: doorkeeper.url,
    hash,
    ...time,
  });
  const ask: Asked['ask'] = async (...names) => {
    const feed = open({ kind: 'doorkeeper', groups: names }, zone);
    if (feed === null) throw new Error('no feed of this adapter');
    return feed.ask(null);
  };
  return { doorkeeper, open, time, ask };
}

const answer = (body: unknown): Fault => ({
  kind: 'answer',
  status: 200,
  type: 'application/json',
  body: JSON.stringify(body),
});

describe('an event', () => {
  test('is announced in the time of the community, with its seats, its place, its series and its talks', async () => {
    const description =
      '<h3><small>19:45 〜 20:15</small> Ruby and Java<small> <a href="https://twitter.com/nahi">Hiroshi Nakamura (@nahi)</a></small></h3>';
    const { ask } = await askDoorkeeper([doorkeeperEvent(12, { description, waitlisted: 2 })]);
    expect(onlyEvent(await ask('rubyists'))).toEqual({
      id: hash('https://rubyists.doorkeeper.jp/events/12'),
      title: 'Rubyist Evening #12',
      start: '2027-03-10T19:00',
      end: '2027-03-10T21:00',
      zone: 'Asia/Tokyo',
      repeat: null,
      until: null,
      except: [],
      changes: [],
      place: 'Harajuku Hall',
      address: '東京都渋谷区神宮前1-1-1',
      url: 'https://rubyists.doorkeeper.jp/events/12',
      online: null,
      capacity: 40,
      accepted: 20,
      waiting: 2,
      tags: [],
      series: 'Tokyo Rubyists',
      number: 12,
      talks: [{ title: 'Ruby and Java', speakers: ['Hiroshi Nakamura'], minutes: 30 }],
      cancelled: false,
      uid: null,
      text: '19:45 〜 20:15 Ruby and Java Hiroshi Nakamura (@nahi)',
      presentations: [],
    });
  });

  test('keeps its instant in another zone, through a change of its clocks', async () => {
    const said = { starts_at: '2027-03-14T06:30:00.000Z', ends_at: '2027-03-14T07:30:00.000Z' };
    const { ask } = await askDoorkeeper([doorkeeperEvent(1, said)], { zone: 'America/New_York' });
    expect(onlyEvent(await ask('rubyists'))).toMatchObject({
      start: '2027-03-14T01:30',
      end: '2027-03-14T03:30',
      zone: 'America/New_York',
    });
  });

  const cases: readonly (readonly [string, Partial<DoorkeeperEvent>, object])[] = [
    ['without a place', { venue_name: null, address: null }, { place: null, address: null, online: null }],
    [
      'online by its title',
      { venue_name: null, address: null, title: 'カフェ@オンライン 第21回' },
      { online: 'https://rubyists.doorkeeper.jp/events/12', number: 21 },
    ],
    ['whose title says that it is called off', { title: '【中止】Rubyist Evening' }, { cancelled: true }],
    ['without an end', { ends_at: null }, { end: null }],
    ['without a limit', { ticket_limit: null }, { capacity: null, accepted: 20 }],
    ['without words', { description: null }, { text: '', talks: [] }],
  ];
  test.each(cases)('%s', async (_name, said, expected) => {
    const { ask } = await askDoorkeeper([doorkeeperEvent(12, said)]);
    expect(onlyEvent(await ask('rubyists'))).toMatchObject(expected);
  });

  test('that is not understood is named, one without a day left out, and neither takes others with it', async () => {
    const { ask, doorkeeper } = await askDoorkeeper([]);
    const events = [
      doorkeeperEvent(1),
      { ...doorkeeperEvent(2), public_url: 'data:text/html,x' },
      { ...doorkeeperEvent(3), starts_at: null },
      { ...doorkeeperEvent(4), starts_at: '2027-03-10' },
      { ...doorkeeperEvent(5), participants: 'many', group: null, venue_name: 7 },
    ];
    doorkeeper.fail(answer([...events.map((event) => ({ event })), {}, null]));
    const { events: read, skipped } = copyOf(await ask('rubyists'));
    expect(read.map(({ number, series }) => [number, series])).toEqual([
      [1, null],
      [5, null],
    ]);
    expect(skipped.map(({ detail }) => detail)).toEqual(['Rubyist Evening #2', 'Rubyist Evening #4', '', '']);
  });
});

describe('what is asked', () => {
  test('are the pages of each group, from ninety days ago on', async () => {
    const events = Array.from({ length: 60 }, (_each, at) => doorkeeperEvent(at + 1));
    const old = doorkeeperEvent(99, { starts_at: '2026-11-30T10:00:00Z', ends_at: '2026-11-30T12:00:00Z' });
    const { ask, doorkeeper } = await askDoorkeeper([...events, old, doorkeeperEvent(77, { group: 25 })]);
    expect(copyOf(await ask('rubyists', 'gophers', 'rubyists')).events).toHaveLength(61);
    const queries = doorkeeper.hits.map(({ path }) => new URL(path, 'http://localhost').searchParams);
    expect(queries.map((query) => query.get('page'))).toEqual(['1', '2', '3', '4', '1', '2']);
    expect(queries[0]?.get('since')).toBe('2026-12-01');
  });

  test('is over after twenty pages; how many were too many on the next is told', async () => {
    const events = Array.from({ length: 510 }, (_each, at) => doorkeeperEvent(at + 1));
    const { ask, doorkeeper } = await askDoorkeeper(events);
    const { events: read, skipped } = copyOf(await ask('rubyists'));
    expect([read.length, doorkeeper.hits.length]).toEqual([500, 21]);
    expect(skipped).toEqual([{ code: 'too-many', detail: '10' }]);
  });

  test('is at most one request a second, so that five minutes never see more than 300', async () => {
    const { ask, doorkeeper, time } = await askDoorkeeper([doorkeeperEvent(1)]);
    const before = time.now().getTime();
    await Promise.all(Array.from({ length: 10 }, () => ask('rubyists')));
    expect(doorkeeper.hits).toHaveLength(20);
    expect(time.now().getTime() - before).toBeGreaterThanOrEqual(19 * 1000);
  });
});

describe('a Doorkeeper that does not answer', () => {
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['an error', { kind: 'answer', status: 503 }, 'broken'],
    ['a page of a proxy', { kind: 'answer', status: 200 }, 'unreadable'],
    ['nothing', { kind: 'cut' }, 'unreachable'],
    ['an object', answer({ message: 'hello' }), 'unreadable'],
  ];
  test.each(faults)('that answers with %s', async (_name, fault, reason) => {
    const { ask, doorkeeper } = await askDoorkeeper([doorkeeperEvent(1)]);
    doorkeeper.fail(fault);
    expect(await ask('rubyists')).toMatchObject({ status: 'failed', reason });
  });

  test('says of which group', async () => {
    const { ask } = await askDoorkeeper([]);
    expect(await ask('rubyists', 'nobody')).toMatchObject({
      reason: 'missing',
      detail: expect.stringMatching(/^nobody: /),
    });
  });

  test.each([null, 'another'])('refuses the token %s', async (token) => {
    const { ask } = await askDoorkeeper([doorkeeperEvent(1)], { token });
    expect(await ask('rubyists')).toMatchObject({ status: 'failed', reason: 'refused' });
  });

  test('is asked again when it says so', async () => {
    const { ask, doorkeeper, time } = await askDoorkeeper([doorkeeperEvent(1)]);
    const before = time.now().getTime();
    doorkeeper.fail({ kind: 'limit', retryAfter: '20' });
    expect(copyOf(await ask('rubyists')).events).toHaveLength(1);
    expect(time.now().getTime() - before).toBeGreaterThanOrEqual(20_000);
  });

  test('is left alone for a minute where it does not say how long', async () => {
    const { ask, doorkeeper } = await askDoorkeeper([doorkeeperEvent(1)]);
    doorkeeper.fail({ kind: 'limit', retryAfter: null });
    expect(await ask('rubyists')).toMatchObject({ reason: 'limited' });
    expect(await ask('rubyists')).toMatchObject({ reason: 'limited', retryAfter: 60 });
    expect(doorkeeper.hits).toHaveLength(1);
  });
});

test('settings of other kinds are none of its', async () => {
  const { open } = await askDoorkeeper([]);
  expect(open({ kind: 'ical', at: 'events.ics' }, 'Asia/Tokyo')).toBeNull();
});

test('DOORKEEPER_API_URL is a web address', () => {
  expect(readDoorkeeperUrl({})).toBe('https://api.doorkeeper.jp');
  expect(readDoorkeeperUrl({ DOORKEEPER_API_URL: 'http://127.0.0.1:8080/' })).toBe('http://127.0.0.1:8080');
  expect(() => readDoorkeeperUrl({ DOORKEEPER_API_URL: 'api.doorkeeper.jp' })).toThrow('bad-feed-api-url');
});
