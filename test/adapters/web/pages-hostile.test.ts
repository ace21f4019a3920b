/** Reports that want to be more than text: their pages are there, and show them as what they are. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { xss } from '../../fixtures/xss.ts';
import { folderOf } from '../temporary-folder.ts';
import { crawl } from './crawl.ts';
import type { Crawled } from './crawl.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

jest.setTimeout(30_000);

const report = `---
title: ${JSON.stringify('Whales\u202e "><script>run()</script> < x')}
event: javascript:run()
tags: ['c++', 'c#', '<b>', '!?', ${'long'.repeat(20)}]
---

## Knots by [@ahab](javascript:run())

Slides: [https://speakerdeck.com/ahab/knots](https://evil.example/)

[gіthub.com](https://gіthub.com/) [b](https://user@evil.example/)

## 網 by "><img src=x>
`;

describe('a hostile report', () => {
  let served: Served;
  let html: string;
  beforeAll(async () => {
    served = await serve(folderOf({ 'community.md': '---\nlocale: en\n---\n', 'a.md': report }));
    const { library } = served;
    const { items } = await library.reports({ limit: 1, offset: 0 });
    html = await served.page(`/reports/${items[0]?.id}`);
  });
  afterAll(() => served.close());

  test('has its title as text, in the text and in the head', () => {
    const title = 'Whales &quot;&gt;run() &lt; x';
    expect(html).toContain(`<title>${title} – Welcome</title>`);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).not.toContain('\u202e');
  });

  test('has no address but of the web, and says where a link goes that claims another place', () => {
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('user@');
    expect(html).toContain('>https://speakerdeck.com/ahab/knots (evil.example)</a>');
    expect(html).toContain('>gіthub.com (xn--gthub-n2e.com)</a>');
  });

  test('has a page of each tag that one can search for', async () => {
    expect(html).toContain(`<li>${'long'.repeat(20)}</li>`);
    expect(await served.page('/tags')).toContain(`<strong>${'long'.repeat(20)}</strong>`);
    for (const [tag, status] of [
      ['c%2B%2B', 200],
      ['c%23', 200],
      ['c', 404],
      ['b', 200],
    ] as const)
      expect([tag, (await served.get(`/tags/${tag}`)).status]).toEqual([tag, status]);
  });
});

/** All of them meet a real browser elsewhere. */
const some = xss.filter((_, at) => at % 3 === 0);

describe('a folder of attacks', () => {
  let served: Served;
  let pages: readonly Crawled[];
  beforeAll(async () => {
    const files = some.map((attack, at): [string, string] => {
      const name = attack.replaceAll('\n', ' ');
      return [
        `2018-01-01-${at}.md`,
        `---\ntitle: ${JSON.stringify(attack)}\ntags: [${JSON.stringify(attack)}]\nseries: ${JSON.stringify(attack)}\n---\n\n## Talk by ${name}\n\n${attack}\n\n- [@${name}](${name}) [${name}](${name})\n`,
      ];
    });
    served = await serve(folderOf(Object.fromEntries(files)));
    pages = await crawl(served, (href) => !href.includes('lang='));
  });
  afterAll(() => served.close());

  test('has all its pages', () => {
    expect(pages.filter(({ status }) => status !== 200).map(({ path }) => path)).toEqual([]);
    expect(pages.length).toBeGreaterThan(some.length);
  });

  test('has no script, no handler and no element of theirs in any of them', () => {
    const theirs =
      /<(?:script|img|svg|iframe|object|embed|style|base|video|audio|math|details|textarea|select)\b|<[^<>]* on\w+=/i;
    expect(pages.map(({ html }) => theirs.exec(html.replace(/"[^"]*"/g, '""'))?.[0] ?? '').join('')).toBe('');
  });
});
