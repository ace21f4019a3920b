/** The pages of digests that were kept, and their feed. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { xss } from '../../fixtures/xss.ts';
import { folderOf } from '../temporary-folder.ts';
import { crawl } from './crawl.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';
import { unescaped } from './xml.ts';
import { strange } from './strange.ts';
import { faultsOf } from './validator.ts';
import { malformed } from './well-formed.ts';

jest.setTimeout(30_000);

interface Given {
  readonly period: string;
  readonly date: string;
  readonly title?: string;
  readonly locale?: string;
  readonly text?: string;
}

const digest = ({ period, date, title = `Week ${period}`, locale = 'en', text = 'Text.' }: Given): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\ndigest: ${period}\nlocale: ${locale}\nid: "${period.toLowerCase()}-${locale}"\n---\n\n${text}\n`;

const news = `### Events

- **[Night](https://example.org/night)** · Thu, 11 Mar 2027, 19:00

### New reports

- [Harbour #1](https://example.org/harbour)
`;

const files = {
  'community.md': '---\nname: Whales\nlocale: en\n---\n',
  '2026-01-01-a.md': '# One\n\nText.\n',
  'digests/2026-w46.md': digest({ period: '2026-W46', date: '2026-11-09T09:00:00+09:00', text: news }),
  'digests/2026-w47.md': digest({ period: '2026-W47', date: '2026-11-16T09:00:00+09:00' }),
  'digests/2026-w47-2.md': digest({
    period: '2026-W47',
    date: '2026-11-16T08:00:00+09:00',
    title: '今週のまとめ',
    locale: 'ja',
  }),
};

const titlesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a href="\/digests\/[^"]*">([^<]*)</g)].map(([, title = '']) => title);

const elements = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(([, inner = '']) =>
    inner.trim(),
  );

describe('a community that keeps its digests', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(folderOf(files));
  });
  afterAll(() => served.close());

  test('lists them newest first, with their days', async () => {
    const html = await served.page('/digests');
    expect(titlesIn(html)).toEqual(['Week 2026-W47', '今週のまとめ', 'Week 2026-W46']);
    expect(html).toContain('Mon, 16 Nov 2026');
    expect(html).toContain('<h1>Digests</h1>');
    expect(await served.page('/digests?lang=ja')).toContain('<h1>まとめ</h1>');
  });

  test('has a page of each, in its own language, whose outline begins below its title', async () => {
    const html = await served.page('/digests/2026-w46-en');
    expect(html).toContain('<h1>Week 2026-W46</h1>');
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['1', '2', '2']);
    expect(html).toContain('<meta name="description" content="Events Night · Thu, 11 Mar 2027, 19:00');
    const foreign = await served.page('/digests/2026-w47-ja?lang=en');
    expect(foreign).toContain('<h1 lang="ja">今週のまとめ</h1>');
  });

  test('has the newest one of a period at the name of the period', async () => {
    for (const path of ['/digests/2026-W47', '/digests/2026-w47']) {
      const html = await served.page(path);
      expect(html).toContain('<h1>Week 2026-W47</h1>');
      expect(html).toContain(`<link rel="canonical" href="${served.base}/digests/2026-w47-en" />`);
    }
  });

  test('has no page of others', async () => {
    for (const path of ['/digests/2026-W01', '/digests/a.b', '/digests?page=2', '/digests/2026-w46-en/a'])
      expect([path, (await served.get(path)).status]).toEqual([path, 404]);
  });

  test('leads to them from everywhere, and says where their feed is', async () => {
    for (const path of ['/', '/reports', '/digests/2026-W46', '/digests']) {
      const html = await served.page(path);
      expect(html).toMatch(/<nav aria-label="Pages">[\s\S]*href="\/digests"[\s\S]*<\/nav>/);
      expect(html).toContain(
        '<link rel="alternate" type="application/atom+xml" title="Digests: Whales" href="/digests.xml" />',
      );
      expect(html).toContain('<a href="/digests.xml">Digests (Atom)</a>');
    }
  });

  test('has pages that are all there, and valid, in both languages', async () => {
    const pages = await crawl(served, (href) => !/\.(?:xml|ics)(?:\?|$)/.test(href));
    expect(pages.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([]);
    const own = pages.filter(({ path }) => path.startsWith('/digests'));
    expect(own.length).toBeGreaterThan(8);
    const faults = await Promise.all(own.map(({ path, html }) => faultsOf(html, path)));
    expect(faults.flat()).toEqual([]);
  });

  test('has them in no list of reports', async () => {
    const [reports, feed] = [await served.page('/reports'), await served.page('/feed.xml')];
    expect([reports.includes('Week 2026'), feed.includes('Week 2026')]).toEqual([false, false]);
  });
});

describe('the feed of digests', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(folderOf(files));
  });
  afterAll(() => served.close());

  test('is Atom, says where it is and of whom, and when the last one was made', async () => {
    const response = await served.get('/digests.xml');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = await response.text();
    expect(malformed(feed)).toBeNull();
    expect(feed).toContain(
      `<link rel="self" type="application/atom+xml" href="${served.base}/digests.xml" />`,
    );
    expect(elements(feed, 'title')[0]).toBe('Digests: Whales');
    expect(elements(feed, 'updated')[0]).toBe('2026-11-16T00:00:00.000Z');
    expect(elements(feed, 'name')).toEqual(['Whales']);
  });

  test('has each digest once, newest first, with its whole text', async () => {
    const feed = await served.page('/digests.xml');
    const entries = feed.match(/<entry[\s\S]*?<\/entry>/g) ?? [];
    expect(entries.map((entry) => elements(entry, 'id'))).toEqual(
      ['2026-w47-en', '2026-w47-ja', '2026-w46-en'].map((id) => [`${served.base}/digests/${id}`]),
    );
    const last = entries[2] ?? '';
    expect(elements(last, 'published')).toEqual(['2026-11-09T09:00:00+09:00']);
    expect(unescaped(elements(last, 'content')[0] ?? '')).toContain('<a href="https://example.org/night"');
    expect(entries[1]).toContain('<entry xml:lang="ja">');
  });

  test('is not sent again while nothing changed', async () => {
    const etag = (await served.get('/digests.xml')).headers.get('etag') ?? '';
    const again = await served.get('/digests.xml', { 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

test('a community that keeps none has an empty list and an empty feed, and nothing leads there', async () => {
  const served = await serve(folderOf({ '2026-01-01-a.md': '# One\n\nText.\n' }));
  const feed = await served.page('/digests.xml');
  expect([malformed(feed), elements(feed, 'entry')]).toEqual([null, []]);
  expect(await served.page('/digests?lang=en')).toContain('No digest has been kept yet.');
  expect(await served.page('/')).not.toContain('/digests');
  await served.close();
});

const articleIn = (html: string): string => /<article[^>]*>([\s\S]*)<\/article>/.exec(html)?.[1] ?? '';

test('hostile digests are text, on their pages and in the feed', async () => {
  const hostile = xss.map((attack, at): [string, string] => [
    `digests/${at}.md`,
    digest({
      period: '2026-W47',
      date: '2026-11-16T09:00:00+09:00',
      title: `${attack}\u0001\ud800\uffff]]>`,
      text: `## ${attack.split('\n')[0]}\n\n${attack}`,
    }).replace(/^id: .*$/m, `id: "a${at}"`),
  ]);
  const served = await serve(folderOf(Object.fromEntries(hostile)));
  const feed = await served.page('/digests.xml');
  expect(malformed(feed)).toBeNull();
  const contents = elements(feed, 'content').map(unescaped);
  expect(contents).toHaveLength(50);
  expect(contents.flatMap(strange)).toEqual([]);
  const pages = await Promise.all(hostile.map((_, at) => served.page(`/digests/a${at}`)));
  expect(pages.flatMap((html) => strange(articleIn(html)))).toEqual([]);
  await served.close();
});
