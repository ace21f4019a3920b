/** Events of connpass as they are announced, whatever it leaves out. */
import { describe, expect, test } from '@jest/globals';
import { hash } from '../../adapters/hash/index.ts';
import type { ConnpassEvent } from '../connpass/index.ts';
import { connpassEvent } from '../connpass/index.ts';
import { askConnpass, copyOf, feedOf, onlyEvent } from './connpass.ts';

describe('an event', () => {
  test('is announced in local time, with its seats, its place, its series and its talks', async () => {
    const description = '<p>Come!</p><ul><li>19:10 – 19:30 | BuildKit入門 | @alice</li></ul>';
    const { feed } = await askConnpass({ events: [connpassEvent(12, { description, waiting: 3 })] });
    expect(onlyEvent(await feed.ask(null))).toEqual({
      id: hash('https://container.connpass.com/event/12/'),
      title: 'Container Night #12',
      start: '2027-03-10T19:00',
      end: '2027-03-10T21:00',
      zone: 'Asia/Tokyo',
      repeat: null,
      until: null,
      except: [],
      changes: [],
      place: 'Harajuku Hall',
      address: '東京都渋谷区神宮前1-1-1',
      url: 'https://container.connpass.com/event/12/',
      online: null,
      capacity: 50,
      accepted: 42,
      waiting: 3,
      tags: ['container_night'],
      series: 'Container Night',
      number: 12,
      talks: [{ title: 'BuildKit入門', speakers: ['@alice'], minutes: 20 }],
      cancelled: false,
      uid: null,
      text: 'An evening about containers\nCome!\n19:10 – 19:30 | BuildKit入門 | @alice',
      presentations: [],
    });
  });

  const cases: readonly (readonly [string, Partial<ConnpassEvent>, object])[] = [
    ['that is cancelled', { open_status: 'cancelled' }, { cancelled: true, accepted: 42 }],
    [
      'that is only advertised has no seats',
      { event_type: 'advertisement' },
      { capacity: null, accepted: null, waiting: null },
    ],
    ['without a limit', { limit: null }, { capacity: null, accepted: 42 }],
    [
      'online has its page for the stream',
      { place: 'オンライン', address: null },
      { online: 'https://container.connpass.com/event/12/' },
    ],
    [
      'online without a place',
      { place: null, address: null, title: '【オンライン】もくもく会' },
      { online: 'https://container.connpass.com/event/12/', place: null },
    ],
    ['without an end', { ended_at: null }, { end: null }],
    ['that ends before it begins', { ended_at: '2027-03-09T21:00:00+09:00' }, { end: null }],
    ['that is said in another offset', { started_at: '2027-03-10T10:00:00Z' }, { start: '2027-03-10T19:00' }],
    ['past midnight', { ended_at: '2027-03-11T00:30:00+09:00' }, { end: '2027-03-11T00:30' }],
    ['without words', { catch: null, description: null, hash_tag: null }, { text: '', tags: [], talks: [] }],
    ['with several tags', { hash_tag: '#Docker ＃k8s,docker' }, { tags: ['docker', 'k8s'] }],
    ['with its number in Japanese', { title: '第７回 コンテナ勉強会' }, { number: 7 }],
    ['without number', { title: 'C#12 の会' }, { number: null }],
    ['with a title on two lines', { title: ' Night\n@everyone ' }, { title: 'Night @everyone' }],
  ];
  test.each(cases)('%s', async (_name, said, expected) => {
    const { feed } = await askConnpass({ events: [connpassEvent(12, said)] });
    expect(onlyEvent(await feed.ask(null))).toMatchObject(expected);
  });

  test('of nobody is of no series', async () => {
    const { open } = await askConnpass({ events: [connpassEvent(1, { group: null })] });
    const feed = feedOf(open, { kind: 'connpass', groups: [], keywords: ['night'], prefectures: [] });
    expect(onlyEvent(await feed.ask(null)).series).toBeNull();
  });

  test('whose day is not decided is left out, and is no problem', async () => {
    const events = [connpassEvent(1), connpassEvent(2, { started_at: null })];
    const { feed, connpass } = await askConnpass({ events });
    connpass.fail('events', {
      kind: 'answer',
      status: 200,
      type: 'application/json',
      body: JSON.stringify({ results_available: 2, events }),
    });
    expect(copyOf(await feed.ask(null))).toMatchObject({ events: [{ number: 1 }], skipped: [] });
  });

  test('that is not understood is named, and takes no other with it', async () => {
    const { feed, connpass } = await askConnpass({});
    const broken = [
      { ...connpassEvent(2), url: 'javascript:alert(1)' },
      { ...connpassEvent(3), started_at: 'soon' },
      { id: 4 },
      null,
    ];
    const body = JSON.stringify({ results_available: 5, events: [connpassEvent(1), ...broken] });
    connpass.fail('events', { kind: 'answer', status: 200, type: 'application/json', body });
    const { events, skipped } = copyOf(await feed.ask(null));
    expect(events.map(({ number }) => number)).toEqual([1]);
    expect(skipped).toEqual(
      ['Container Night #2', 'Container Night #3', '4', ''].map((detail) => ({
        code: 'event-unreadable',
        detail,
      })),
    );
  });

  test.each([
    'catch',
    'description',
    'image_url',
    'hash_tag',
    'ended_at',
    'limit',
    'group',
    'address',
    'place',
    'lat',
    'lon',
    'owner_id',
    'owner_nickname',
    'owner_display_name',
    'accepted',
    'waiting',
    'event_type',
    'open_status',
  ])('is announced though its %s is null, missing or of another type', async (field) => {
    const { feed, connpass } = await askConnpass({});
    const missing = Object.entries(connpassEvent(3)).filter(([name]) => name !== field);
    const events = [
      { ...connpassEvent(1), [field]: null },
      { ...connpassEvent(2), [field]: { x: 1 } },
      Object.fromEntries(missing),
    ];
    const body = JSON.stringify({ results_available: 3, events });
    connpass.fail('events', { kind: 'answer', status: 200, type: 'application/json', body });
    const copy = copyOf(await feed.ask(null));
    expect([copy.events.map(({ number }) => number), copy.skipped]).toEqual([[1, 2, 3], []]);
  });
});
