/** The pages of events in a real browser: everybody can use them, by day and by night, on a phone and on a desk. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../chromium.ts';
import { ownContent } from '../../world.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

jest.setTimeout(60_000);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Skipped without a browser (CHROMIUM names one): nothing else lays a page out and knows its colours.
const inBrowser = chromiumPath === null ? describe.skip : describe;

inBrowser('the pages of events', () => {
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    served = await serve(ownContent);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  test.each([
    ['light', 360],
    ['light', 1280],
    ['dark', 360],
    ['dark', 1280],
  ] as const)('are for everybody, and as wide as the window: %s, %i pixels', async (colorScheme, width) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 844 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    for (const path of [
      '/events?lang=ja',
      '/events?tag=docker&lang=en',
      '/events/ydjstffjff-20270107?lang=en',
    ]) {
      await page.goto(`${served.base}${path}`);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await context.close();
  });

  test('keep what they tell programs from nobody, and our policy stops none of it', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${served.base}/events/ydjstffjff-20270107`);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? 'null')).toMatchObject({ name: 'Harbour Lightning Talks' });
    expect(errors).toEqual([]);
    await page.close();
  });
});
