/** The feed: Atom that any reader takes, with the newest reports. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ownContent } from '../../world.ts';
import { xss } from '../../fixtures/xss.ts';
import { folderOf } from '../temporary-folder.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';
import { unescaped } from './xml.ts';
import { strange } from './strange.ts';
import { malformed } from './well-formed.ts';

const entriesOf = (feed: string): readonly string[] => feed.match(/<entry[\s\S]*?<\/entry>/g) ?? [];

/** What an element holds, each time it is there. */
const all = (xml: string, element: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([\\s\\S]*?)</${element}>`, 'g'))].map(
    ([, inner = '']) => unescaped(inner.trim()),
  );

describe('the check of XML', () => {
  test.each([
    '<a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a b=c></a>',
    '<a>&nbsp;</a>',
    '<a>1 < 2</a>',
    '<a b="<"></a>',
    '<a>]]></a>',
    '<a>\u0001</a>',
    '<a>\uffff</a>',
    '<a>\ud800</a>',
    '<a></a>b',
    '<a/><b/>',
  ])('finds what is wrong with %j', (document) => {
    expect(malformed(document)).not.toBeNull();
  });

  test.each(['<a/>', '<?xml version="1.0" encoding="utf-8"?>\n<a b="&quot;">x<c:d />&#x9;</a>\n'])(
    'takes %j',
    (document) => {
      expect(malformed(document)).toBeNull();
    },
  );
});

describe('the feed of our own content', () => {
  let served: Served;
  let feed: string;
  beforeAll(async () => {
    served = await serve(ownContent);
    feed = await served.page('/feed.xml');
  });
  afterAll(() => served.close());

  test('is Atom, and says where it is', async () => {
    const response = await served.get('/feed.xml');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(malformed(feed)).toBeNull();
    expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${served.base}/feed.xml" />`);
  });

  test('has each report that has a date once, newest first, with all that Atom asks for', () => {
    const entries = entriesOf(feed);
    expect(entries.map((entry) => all(entry, 'title')[0])).toEqual([
      'Docker Meetup Kansai #3 in Osaka',
      'Docker Tokyo 201807',
      'Docker Meetup Kansai #1 の記録',
      'Docker Meetup Tokyo #4 で聞いた話',
    ]);
    const required = ['id', 'title', 'updated', 'published', 'summary', 'content'];
    for (const entry of entries)
      expect(required.map((element) => [element, all(entry, element).length])).toEqual(
        required.map((element) => [element, 1]),
      );
    expect(new Set(entries.map((entry) => all(entry, 'id')[0])).size).toBe(entries.length);
  });

  test('names who spoke, and says dates as exactly as they are known, in the community’s zone', () => {
    const [first = '', second = ''] = entriesOf(feed);
    expect(all(first, 'name')).toEqual(['前佛雅人', '@kozo2', '@chimame', 'やっさん (@yassan168)']);
    expect(all(second, 'name')).toEqual([]);
    expect(all(second, 'published')).toEqual(['2018-07-01T00:00:00+09:00']);
  });

  test('shows the talks of a report, with links that work in any reader', () => {
    const [content = ''] = all(entriesOf(feed)[0] ?? '', 'content');
    expect(content).toContain('AB test with Docker');
    const links = [...content.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
    expect(links).toContain('https://speakerdeck.com/chimame/b-test-with-docker');
  });

  test('is not sent again while nothing changed', async () => {
    const etag = (await served.get('/feed.xml')).headers.get('etag') ?? '';
    const again = await served.get('/feed.xml', { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('the feed of a folder that changes', () => {
  const reading = jest.fn<(id: string) => void>();
  let folder: string;
  let served: Served;
  beforeAll(async () => {
    folder = folderOf({ '2018-01-01-a.md': '# One\n\nText.\n' });
    served = await serve(folder, {
      watched: (real) => ({
        ...real,
        read: (id) => {
          reading(id);
          return real.read(id);
        },
      }),
    });
  });
  afterAll(() => served.close());

  test('reads the reports once, and again when there is another', async () => {
    const first = await Promise.all([served.page('/feed.xml'), served.page('/feed.xml')]);
    expect(first[0]).toBe(first[1]);
    await served.page('/feed.xml');
    expect(reading).toHaveBeenCalledTimes(1);
    writeFileSync(join(folder, '2018-01-02-b.md'), '# Two\n\nText.\n');
    const { library } = served;
    await library.sync();
    expect(entriesOf(await served.page('/feed.xml')).map((entry) => all(entry, 'title')[0])).toEqual([
      'Two',
      'One',
    ]);
  });

  test('does not keep a failure', async () => {
    writeFileSync(join(folder, '2018-01-03-c.md'), '# Three\n\nText.\n');
    const { library } = served;
    await library.sync();
    reading.mockImplementationOnce(() => {
      throw new Error('the search thread died');
    });
    expect((await served.get('/feed.xml')).status).toBe(500);
    expect(entriesOf(await served.page('/feed.xml'))).toHaveLength(3);
  });
});

describe('the feed of a hostile folder', () => {
  let served: Served;
  beforeAll(async () => {
    const files = xss.map((attack, at): [string, string] => [
      `2018-01-01-${at}.md`,
      `---\ntitle: ${JSON.stringify(`${attack}\u0001\ud800\uffff]]>`)}\n---\n\n## ${attack.split('\n')[0]} by @a&b\n\n${attack}\n`,
    ]);
    served = await serve(folderOf(Object.fromEntries(files)));
  });
  afterAll(() => served.close());

  test('is well-formed, and its HTML has nothing to run', async () => {
    const feed = await served.page('/feed.xml');
    expect(malformed(feed)).toBeNull();
    const contents = all(feed, 'content');
    expect(contents).toHaveLength(50);
    expect(contents.flatMap(strange)).toEqual([]);
  });
});

test('the feed of a folder without reports is empty, and valid', async () => {
  const served = await serve(folderOf({ 'community.md': '---\nname: A & B <c>\n---\n' }));
  const feed = await served.page('/feed.xml');
  await served.close();
  expect(malformed(feed)).toBeNull();
  expect(entriesOf(feed)).toEqual([]);
  expect(all(feed, 'title')).toEqual(['A & B <c>']);
});
