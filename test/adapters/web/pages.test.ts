/** What the pages of a community say and where they lead. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { siteOf } from '../../../adapters/web/address.ts';
import { createApp } from '../../../adapters/web/app.ts';
import { openWorld, ownContent, silentLog } from '../../world.ts';
import { folderOf } from '../temporary-folder.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

const golden = join(import.meta.dirname, '../../golden/web');

/** `GOLDEN=write npm test -- test/adapters/web/pages` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

const scenes: readonly (readonly [name: string, path: string])[] = [
  ['home', '/'],
  ['reports', '/reports'],
  ['report', '/reports/mq3gzpwxua'],
  ['report-list', '/reports/s6sl7nn5n7'],
  ['speakers', '/speakers'],
  ['speaker', '/speakers/ianmlewis'],
  ['series', '/series'],
  ['series-one', '/series/dockermeetuptokyo'],
  ['tags', '/tags'],
  ['tag', '/tags/kubernetes'],
  ['events', '/events'],
  ['events-filter', '/events?tag=Kubernetes'],
  ['event', '/events/niyyz2j5to-20261209'],
  ['event-talks', '/events/ydjstffjff-20270107'],
  ['search', '/search?q=buildkit'],
  ['search-filter', '/search?q=year:2015+type:talk&page=2'],
  ['search-misspelt', '/search?q=kubernets'],
  ['search-nothing', '/search?q=zzyzx'],
  ['search-fault', '/search?q=year:twenty+rancher'],
  ['search-empty', '/search'],
];

const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

describe('what people read', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(ownContent);
  });
  afterAll(() => served.close());

  const read = async (path: string, locale: string): Promise<string> => {
    const response = await served.get(path, { 'Accept-Language': locale });
    expect(response.status).toBe(200);
    return response.text();
  };

  test.each(scenes.flatMap(([name, path]) => [[`${name}.ja`, path] as const, [`${name}.en`, path] as const]))(
    '%s',
    async (name, path) => {
      const html = await read(path, name.slice(-2));
      const main = `${mainOf(html).replaceAll(new URL(served.base).host, 'meetup.example')}\n`;
      const file = join(golden, `${name}.html`);
      if (isWriting) writeFileSync(file, main);
      expect(main).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    },
  );

  test('is as large as a phone on a slow line can bear: each report below 15 KB', async () => {
    const { library } = served;
    const { items } = await library.reports({ limit: 50, offset: 0 });
    for (const { id } of items) {
      const html = await served.page(`/reports/${id}`);
      expect(gzipSync(html).length).toBeLessThan(15 * 1024);
    }
  });
});

describe('a report', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(
      folderOf({
        'community.md':
          '---\nname: Whales\nlocale: en\npeople:\n  - { names: [Secret Person], hidden: true }\n---\n',
        '2018-01-10-a.md': report(1),
        '2018-02-10-b.md': report(2),
        '2018-03-10-c.md': report(3),
        'draft.md': '---\ntitle: Draft\ndraft: true\n---\n\nText.\n',
        'future.md': '---\ntitle: Future\ndate: 2030-01-01\n---\n\nText.\n',
        'alone.md': '# 一人\n\n日本語の文章です。とても短いレポートですが、日本語で書かれています。\n',
      }),
    );
  });
  afterAll(() => served.close());

  const pageOf = async (title: string, query = ''): Promise<string> => {
    const { library } = served;
    const { items } = await library.reports({ limit: 50, offset: 0 });
    return served.page(`/reports/${items.find((each) => each.title === title)?.id}${query}`);
  };

  test('leads to those before and after it in its series', async () => {
    const beside = async (title: string): Promise<string[]> => {
      const nav = /<nav class="beside"[\s\S]*?<\/nav>/.exec(await pageOf(title))?.[0] ?? '';
      return [...nav.matchAll(/<a [^>]*>([^<]*)</g)].map(([, label = '']) => label);
    };
    expect(await beside('Whale Night #1')).toEqual(['Next: Whale Night #2']);
    expect(await beside('Whale Night #2')).toEqual(['Before: Whale Night #1', 'Next: Whale Night #3']);
    expect(await beside('Whale Night #3')).toEqual(['Before: Whale Night #2']);
    expect(await beside('一人')).toEqual([]);
  });

  test('has one heading of level 1, none skipped, and a place for each talk that a link can name', async () => {
    const main = mainOf(await pageOf('Whale Night #2'));
    // The title, the contents, and the text.
    expect([...main.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['1', '2', '2', '2', '3', '2']);
    expect(main).toMatch(
      /<h2 id="(\w{10})" class="talk">Knots by @ahab <a href="\/reports\/\w{10}#\1" class="permalink" aria-label="Link to this place">#<\/a><\/h2>/,
    );
    expect(main).not.toContain('class="talk">Impressions');
  });

  test('is said to be in its own language where that is not the reader’s', async () => {
    const foreign = await pageOf('一人', '?lang=en');
    expect(foreign).toContain('<html lang="en">');
    expect(foreign).toMatch(/<h1 lang="ja" id="\w{10}">一人<\/h1>/);
    expect(foreign).toContain('<article class="text" lang="ja">');
    expect(mainOf(await pageOf('一人', '?lang=ja'))).not.toContain('lang=');
  });

  test('names nobody who does not want to be found, but as its author wrote', async () => {
    const html = await pageOf('Whale Night #1');
    expect(html).not.toMatch(/speakers\/secret/i);
    expect((await served.get('/speakers/secretperson')).status).toBe(404);
  });

  test('that nobody may see yet is no page, and neither is anything else that is not there', async () => {
    const all = await served.page('/reports');
    expect(all).not.toContain('Draft');
    expect(all).not.toContain('Future');
    const { library } = served;
    const { items } = await library.reports({ limit: 1, offset: 0 });
    const section = (await library.read(items[0]?.id ?? ''))?.contents[0]?.id;
    for (const path of [
      '/reports/aaaaaaaaaa',
      '/reports/A"B',
      `/reports/${section}`,
      '/reports?page=2',
      '/speakers/zzz',
      '/series/whale',
      '/tags/whal',
      '/nothing',
      '/events?page=9',
      '/events/aaaaaaaaaa',
      '/events/aaaaaaaaaa.ics',
      '/series/whale.ics',
      '/tags/nothing.ics',
    ])
      expect([path, (await served.get(path)).status]).toEqual([path, 404]);
  });

  test('stays in the language that was chosen, wherever one goes', async () => {
    const html = await pageOf('Whale Night #2', '?lang=ja');
    const own = [...html.matchAll(/<a [^>]*href="(\/[^"#]+)[^"]*"/g)].map(([, href = '']) => href);
    const others = own.filter((href) => !href.endsWith('lang=ja'));
    expect(others).toEqual([expect.stringMatching(/lang=en$/), '/feed.xml']);
    expect(html).toContain('<input type="hidden" name="lang" value="ja" />');
  });
});

const report = (number: number): string =>
  `---
tags: [whale]
---

# Whale Night #${number}

[Whale Night #${number}](https://whales.connpass.com/event/${number}/) was held.

## Knots by @ahab

Slides: <https://speakerdeck.com/ahab/knots>

## Nets by Secret Person

#### Mending

Text.

## Impressions

It was good.
`;

describe('a community with its own site', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(
      folderOf({
        'community.md': '---\nlocale: en\nsite: https://whales.example/:year/:slug/\n---\n',
        '2018-01-10-first.md': report(1),
      }),
    );
  });
  afterAll(() => served.close());

  const home = 'https://whales.example/2018/first/';

  test('is where lists, results and the feed lead', async () => {
    for (const path of ['/reports', '/search?q=knots', '/tags/whale', '/series/whalenight', '/feed.xml'])
      expect([path, (await served.page(path)).includes(`href="${home}`)]).toEqual([path, true]);
  });

  test('is named by our own page of the text as its home', async () => {
    const { library } = served;
    const { items } = await library.reports({ limit: 1, offset: 0 });
    const html = await served.page(`/reports/${items[0]?.id}`);
    expect(html).toContain(`<link rel="canonical" href="${home}" />`);
    expect(html).toContain(`<a href="${home}" rel="noopener">web page</a>`);
  });
});

describe('a site below a path', () => {
  test('has all its pages, and all that they link to, there', async () => {
    const site = siteOf({ host: '127.0.0.1', port: 0, publicUrl: 'https://example.org/meetup' }, 0);
    const world = await openWorld(ownContent, undefined, site.base);
    const { library } = world;
    const app = createApp({
      site,
      library: () => library,
      playground: null,
      now: () => new Date(0),
      log: silentLog,
      newId: () => 'abcdefghij',
    });
    const page = await (await app.request(`${site.base}/reports`)).text();
    const addresses = [...page.matchAll(/ (?:href|action)="([^"#]+)"/g)].map(([, to = '']) => to);
    const answers = await Promise.all(
      addresses.map(async (to) => [to, (await app.request(new URL(to, site.base).href)).status]),
    );
    world.close();
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((to) => !to.startsWith('/meetup/'))).toEqual(['/meetup']);
    expect((await app.request(`${site.base}/`)).headers.get('location')).toBe('/meetup');
    expect((await app.request(`${site.base}/upcoming`)).headers.get('location')).toBe('/meetup/events');
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });
});
