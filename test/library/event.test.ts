/** One event by what people call it, out of files, feeds and reports, with what is known of it afterwards. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { Announced, FeedSetting, Library, Presentation } from '../../src/port.ts';
import { folderOf, now } from '../search/shelf.ts';
import { announced } from './feed-scene.ts';

const file = (...header: readonly string[]): string => ['---', ...header, '---', ''].join('\n');

const slides: Presentation = {
  title: 'BuildKit 入門',
  url: 'https://slides.example.org/buildkit',
  speaker: 'alice',
};

const page = (number: number): string => `https://docker.connpass.com/event/${number}/`;

/** What connpass says, whoever asks it. */
const connpass: readonly Announced[] = [
  announced('Docker Meetup Tokyo #36', { id: 'c36', url: page(36), start: '2026-12-10T19:00' }),
  announced('Docker Meetup Tokyo #35', {
    id: 'c35',
    url: page(35),
    start: '2026-10-10T19:00',
    presentations: [slides],
  }),
  announced('Docker Meetup Tokyo #3', { id: 'c3', url: page(3), start: '2026-02-10T19:00' }),
];

const calendar: readonly Announced[] = [
  announced('[35] Docker Meetup', { id: 'i35', url: page(35), start: '2026-10-10T19:00' }),
  announced('合宿', { id: 'i1', uid: 'camp@example.org', start: '2026-09-01T10:00' }),
];

const feeds: Readonly<Record<FeedSetting['kind'], readonly Announced[]>> = {
  connpass,
  ical: calendar,
  doorkeeper: [],
};

const folder = folderOf({
  'community.md': file(
    'feeds:',
    '- connpass: { groups: [docker] }',
    '- connpass: { keywords: [docker] }',
    '- ical: c.ics',
  ),
  'events/35.md': file(
    'title: 第三十五回',
    'start: 2026-10-10 19:00',
    `url: ${page(35)}`,
    'series: Docker Meetup',
    'number: 35',
  ),
  'events/weekly.md': file(
    'title: もくもく会',
    'start: 2026-01-07 19:00',
    'repeat: every Wednesday',
    'url: https://moku.example.org/',
  ),
  'events/rust.md': file('title: Rust Night', 'start: 2026-11-01 19:00', 'series: Rust Night', 'number: 7'),
  'events/rust-next.md': file(
    'title: Rust Night',
    'start: 2026-12-01 19:00',
    'series: Rust Night',
    'number: 8',
  ),
  'docker.md':
    '---\ntitle: コンテナの夕べ\ndate: 2026-10-12\n---\n\n[Docker Meetup](https://docker.connpass.com/event/35/) に参加しました。\n\n## BuildKit 入門 by alice\n\nはやい。\n',
  'rust.md': '---\ntitle: "Rust Night #7"\ndate: 2026-11-02\n---\n\n## 所有権 by bob\n\nむずかしい。\n',
  'camp.md': '---\ntitle: 合宿\ndate: 2026-09-01\n---\n\n## 夜 by carol\n\nながい。\n',
});

let library: Library;
beforeAll(async () => {
  const open = async () => (setting: FeedSetting) => ({
    name: setting.kind,
    key: JSON.stringify(setting),
    ask: async () => ({
      status: 'ok' as const,
      copy: { events: feeds[setting.kind], skipped: [], etag: null, modified: null },
    }),
  });
  const copies = { read: async () => null, write: async () => {} };
  const index = createSqliteIndex({ path: ':memory:', version: 'test' });
  library = createLibrary({
    content: folder,
    index,
    hash,
    now: () => now,
    pages: null,
    feeds: { open, copies },
  });
  await library.sync();
  await library.refresh({ all: false });
});

/** Title and day of what is found. */
async function named(name: string): Promise<string | null> {
  const reading = await library.event(name);
  return reading && `${reading.happening.title} ${reading.happening.start.slice(0, 10)}`;
}

describe('an event is found', () => {
  test('by its id, also when it is over', async () => {
    const id = (await library.event('Rust Night'))?.happening.id ?? '';
    expect(await named(id)).toBe('Rust Night 2026-12-01');
    expect(await named('c3')).toBe('Docker Meetup Tokyo #3 2026-02-10');
  });

  test.each([
    [page(36), 'Docker Meetup Tokyo #36 2026-12-10'],
    ['http://docker.connpass.com/event/35?', '第三十五回 2026-10-10'],
    [' https://www.moku.example.org ', 'もくもく会 2026-11-25'],
    ['https://docker.connpass.com/event/3', 'Docker Meetup Tokyo #3 2026-02-10'],
    ['https://docker.connpass.com/event/', null],
  ])('by its address, however it is written: %s', async (address, expected) => {
    expect(await named(address)).toBe(expected);
  });

  test.each([
    ['docker meetup tokyo ＃36', 'Docker Meetup Tokyo #36 2026-12-10'],
    ['合宿', '合宿 2026-09-01'],
    ['第三十五回', '第三十五回 2026-10-10'],
  ])('by its title, whatever its case and width: %s', async (title, expected) => {
    expect(await named(title)).toBe(expected);
  });

  test.each([
    ['dock', 'Docker Meetup Tokyo #36 2026-12-10'],
    ['tokyo', 'Docker Meetup Tokyo #36 2026-12-10'],
    ['meetup tokyo #35', null],
    ['もく', 'もくもく会 2026-11-25'],
    ['合', '合宿 2026-09-01'],
    ['十五', '第三十五回 2026-10-10'],
  ])('by how its title, or a word in it, begins, else by a part of it: %s', async (beginning, expected) => {
    expect(await named(beginning)).toBe(expected);
  });

  test('the next one before the last one, and that before those of long ago', async () => {
    expect(await named('Rust Night')).toBe('Rust Night 2026-12-01');
    expect(await named('もくもく会')).toBe('もくもく会 2026-11-25');
  });

  test('by all of its title, though the title of a coming one begins so', async () => {
    expect(await named('Docker Meetup Tokyo #3')).toBe('Docker Meetup Tokyo #3 2026-02-10');
  });

  test.each(['', ' ', '!?', 'zzz', 'https://'])('and nothing by %j', async (name) => {
    expect(await named(name)).toBeNull();
  });
});

describe('the report of an event', () => {
  const reportOf = async (name: string): Promise<string | null> =>
    (await library.event(name))?.report?.file ?? null;

  test('names its page', async () => {
    expect(await reportOf('第三十五回')).toBe('docker.md');
  });

  test('has its number in the series, and is not that of the next one', async () => {
    expect(await reportOf((await library.event('Rust Night'))?.happening.id ?? '')).toBeNull();
    const from = new Date('2026-11-01T00:00:00Z');
    const [last] = await library.happenings({ from, to: new Date('2026-11-02T00:00:00Z') });
    expect(await reportOf(last?.id ?? '')).toBe('rust.md');
  });

  test('has its title and its day', async () => {
    expect(await reportOf('合宿')).toBe('camp.md');
  });

  test('is none where nobody has written one', async () => {
    expect(await reportOf('もくもく会')).toBeNull();
    expect(await reportOf(page(36))).toBeNull();
  });
});

test('what was shown there is told once, whoever announces the event and however many feeds find it', async () => {
  const reading = await library.event('第三十五回');
  expect(reading?.happening.sources.map(({ feed }) => feed)).toEqual([
    'files',
    expect.stringMatching(/^connpass \w{4}$/),
    expect.stringMatching(/^connpass \w{4}$/),
    'ical',
  ]);
  expect(reading?.presentations).toEqual([slides]);
  expect((await library.event(page(36)))?.presentations).toEqual([]);
});
