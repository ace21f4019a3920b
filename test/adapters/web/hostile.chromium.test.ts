/** Hostile reports and messages in a real browser: nothing of them runs, loads, or becomes more than text. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../chromium.ts';
import { hostileUrls, waysOut, xss } from '../../fixtures/xss.ts';
import { folderOf } from '../temporary-folder.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

/** Well over a hundred pages are opened. */
jest.setTimeout(120_000);

// Skipped without a browser (CHROMIUM names one): there is nothing in which a script could run.
const inBrowser = chromiumPath === null ? describe.skip : describe;

const quoted = (text: string): string => JSON.stringify(text);

/** A report that says the text wherever a report can say something. */
const reportOf = (text: string, url: string): string => `---
title: ${quoted(`${text} wordtitle`)}
date: 2018-01-01
tags: [${quoted(text)}]
author: ${quoted(text)}
---
${text}

## ${text.replaceAll('\n', ' ')} by @${text.replaceAll(/\s/g, '')}

Slides: [${text.replaceAll('\n', ' ')}](${url}) ![${text.replaceAll('\n', ' ')}](${url})

<div>${text}</div>

- ${text.replaceAll('\n', ' ')}
- [x](<${url}>)

| ${text.replaceAll('\n', ' ')} |
| - |
| ${text.replaceAll('\n', ' ')} |

\`${text.replaceAll('\n', ' ')}\`
`;

const eventOf = (text: string, url: string): string =>
  `---\ntitle: ${quoted(text)}\nstart: 2026-12-01 19:00\nplace: ${quoted(text)}\nurl: ${quoted(url)}\nonline: ${quoted(url)}\n---\n${text}\n`;

const files: Readonly<Record<string, string>> = Object.fromEntries(
  xss.flatMap((text, index) => {
    const url = hostileUrls[index % hostileUrls.length] ?? '';
    return [
      [`r${index}.md`, reportOf(text, url)],
      [`events/e${index}.md`, eventOf(text, url)],
    ];
  }),
);

const elementsOf = (node: Nodes): Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(elementsOf) : []),
];

/** Elements that load, run or change a page; none of ours is among them, but for our own script and forms. */
const forbidden =
  /^(?:script|iframe|object|embed|applet|base|frame(?:set)?|portal|svg|math|style|video|audio|source|track|img)$/;

/** What no text may become: such an element, a handler, or an address that is neither ours (a calendar's too) nor of the web. */
function wrongElement({ tagName, properties }: Element): readonly string[] {
  const addresses = [properties['href'], properties['src'], properties['action']].map((value) =>
    String(value ?? ''),
  );
  const isOwnScript = tagName === 'script' && addresses[1]?.startsWith('/assets/');
  // No browser runs it, and our policy would stop nothing of it: it is data.
  const isData = tagName === 'script' && properties['type'] === 'application/ld+json';
  return [
    ...(forbidden.test(tagName) && !isOwnScript && !isData ? [`<${tagName}>`] : []),
    ...(tagName === 'meta' && 'httpEquiv' in properties ? ['<meta http-equiv>'] : []),
    ...Object.keys(properties).filter((name) => /^(?:on|style$|srcDoc$|formAction$)/.test(name)),
    ...addresses.filter(
      (address) => !/^(?:$|#|\/(?!\/)|https?:\/\/[^@]*$|webcal:\/\/127\.0\.0\.1:)/.test(address),
    ),
  ];
}

inBrowser('a hostile community in a browser', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  let folder: string;
  const alarms: string[] = [];

  beforeAll(async () => {
    folder = folderOf(files);
    served = await serve(folder, { playground: join(folder, '..', 'hostile-playground.db') });
    browser = await launchChromium();
    page = await (await browser.newContext({ locale: 'en' })).newPage();
    await page.exposeFunction('pwned', () => void alarms.push('a script ran'));
    page.on('dialog', (dialog) => {
      alarms.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    // A policy that had to stop something is a message here: the markup got through, if not the script.
    page.on('console', (message) => message.type() === 'error' && alarms.push(message.text()));
    page.on('pageerror', (error) => alarms.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(served.base)) alarms.push(`asked for ${request.url()}`);
    });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page and says what is wrong with it, as the browser understood it. */
  async function wrongWith(path: string): Promise<readonly string[]> {
    alarms.length = 0;
    const response = await page.goto(`${served.base}${path}`);
    const missing = response?.ok() ? [] : [`${path} answers ${response?.status()}`];
    return [...missing, ...elementsOf(fromHtml(await page.content())).flatMap(wrongElement), ...alarms];
  }

  test('has pages on which nothing of it runs, loads or becomes markup', async () => {
    const { library } = served;
    const { items } = await library.reports({ limit: 1000, offset: 0 });
    expect(items).toHaveLength(xss.length);
    for (const { id, title } of items)
      expect([title, await wrongWith(`/reports/${id}`)]).toEqual([title, []]);
  });

  test('has lists, an agenda and results like that, too', async () => {
    const listed = [
      '/reports',
      '/reports?page=2',
      '/reports?page=3',
      '/speakers',
      '/series',
      '/tags',
      '/events',
    ];
    for (const path of [...listed, '/search?q=wordtitle', '/search?q=wordtitle&page=2'])
      expect([path, await wrongWith(path)]).toEqual([path, []]);
  });

  test('has events whose pages are no more than text, too', async () => {
    const { library } = served;
    const day = (date: string): Date => new Date(`${date}T00:00:00Z`);
    const happenings = await library.happenings({ from: day('2026-12-01'), to: day('2026-12-02') });
    expect(happenings.length).toBeGreaterThan(xss.length / 2);
    for (const { id, title } of happenings)
      expect([title, await wrongWith(`/events/${id}`)]).toEqual([title, []]);
  });

  test('is asked with hostile words, and they are words', async () => {
    for (const text of waysOut)
      expect([
        text,
        await wrongWith(`/search?q=${encodeURIComponent(text.toWellFormed().slice(0, 190))}`),
      ]).toEqual([text, []]);
  });

  test('is talked about in the playground, by hostile people', async () => {
    for (const text of xss) {
      const body = new URLSearchParams({ text });
      const response = await fetch(`${served.base}/chat/general?as=taro`, {
        method: 'POST',
        body,
        headers: { Origin: served.base },
        redirect: 'manual',
      });
      expect(response.status).toBe(303);
    }
    expect(await wrongWith('/chat/general?as=hanako')).toEqual([]);
    expect(await page.locator('li[id]').count()).toBeGreaterThan(20);
  });
});
