/** A report whose talks have no slides, of an event whose page lists some. */
import { describe, expect, test } from '@jest/globals';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { Announced, Presentation, Reading } from '../../src/port.ts';
import { contentsPage, readingFacts } from '../../src/view/reading.ts';
import { viewText } from '../../src/view/text.ts';
import { words } from '../../src/words/index.ts';
import { folderOf, now } from '../search/shelf.ts';
import { announced } from './feed-scene.ts';

const page = 'https://docker.connpass.com/event/40/';

const report = (...lines: readonly string[]): string =>
  [
    '---',
    'title: Docker Meetup #40',
    'date: 2026-11-20',
    '---',
    '',
    `[connpass](${page})`,
    '',
    ...lines,
  ].join('\n');

const shown = (title: string, speaker: string | null, url: string): Presentation => ({ title, speaker, url });

async function read(text: string, presentations: readonly Presentation[]): Promise<Reading> {
  const event: Announced = announced('Docker Meetup #40', {
    url: page,
    start: '2026-11-20T19:00',
    presentations,
  });
  const folder = folderOf({
    'community.md': '---\nfeeds: [{ connpass: { groups: [docker] } }]\n---\n',
    'reports/40.md': text,
  });
  const copies = new Map<string, string>();
  const library = createLibrary({
    content: folder,
    index: createSqliteIndex({ path: ':memory:', version: 'test' }),
    hash,
    now: () => now,
    pages: null,
    feeds: {
      copies: {
        read: async (key) => copies.get(key) ?? null,
        write: async (key, kept) => void copies.set(key, kept),
      },
      open: async () => () => ({
        name: 'connpass',
        key: 'connpass',
        ask: async () => ({
          status: 'ok',
          copy: { events: [event], skipped: [], etag: null, modified: null },
        }),
      }),
    },
  });
  await library.sync();
  await library.refresh({ all: true });
  const { items } = await library.reports({ limit: 1, offset: 0 });
  const reading = await library.read(items[0]?.id ?? '');
  if (reading === null) throw new Error('the report is not there');
  return reading;
}

const tongue = { words: words.en, locale: 'en' } as const;

const proposalsByTitle = ({ contents, proposals }: Reading) =>
  Object.fromEntries(
    contents.flatMap(({ id, title }) => {
      const own = proposals[id];
      return own === undefined ? [] : [[title, own.map(({ url }) => url)]];
    }),
  );

describe('slides that only the page of the event has', () => {
  test('are proposed for the talk with that title, or by that speaker, and said to be of that page', async () => {
    const reading = await read(
      report(
        '## LT1『BuildKit入門』 by @hanako',
        '',
        'よかった。',
        '',
        '## LT2『監視の話』 by @ken',
        '',
        '続き。',
      ),
      [
        shown('BuildKit入門', null, 'https://speakerdeck.com/hanako/buildkit'),
        shown('別の題', 'ken', 'https://speakerdeck.com/ken/monitoring'),
        shown('何かほかのもの', null, 'https://speakerdeck.com/someone/else'),
      ],
    );
    expect(proposalsByTitle(reading)).toEqual({
      BuildKit入門: ['https://speakerdeck.com/hanako/buildkit'],
      監視の話: ['https://speakerdeck.com/ken/monitoring'],
    });
    expect(
      viewText(contentsPage(reading, tongue), 'en').match(/slides \(from the event page\)/g),
    ).toHaveLength(2);
  });

  test('are none for a talk that has slides, and none that the report links already', async () => {
    const linked = 'https://speakerdeck.com/hanako/buildkit';
    const reading = await read(
      report(
        '## LT1『BuildKit入門』 by @hanako',
        '',
        `発表資料: <${linked}>`,
        '',
        '## LT2『監視の話』 by @ken',
        '',
        '続き。',
      ),
      [shown('BuildKit入門', 'hanako', `${linked}-2`), shown('監視の話', 'ken', linked)],
    );
    expect(proposalsByTitle(reading)).toEqual({});
    const [talk] = reading.contents;
    const facts = readingFacts({ ...reading, section: { ...(talk ?? failed()), text: '' } }, tongue);
    expect(JSON.stringify(facts)).not.toContain('from the event page');
  });
});

function failed(): never {
  throw new Error('the report has no talks');
}
