/** Forms and files of the playground in a real browser, with its script and without. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Call } from '../../../src/port.ts';
import { chromiumPath, launchChromium } from '../../chromium.ts';
import { formBot } from '../../contract/form.ts';
import { folderOf } from '../temporary-folder.ts';
import { openPlayground } from './played.ts';
import type { Played } from './played.ts';

jest.setTimeout(60_000);

// Skipped without a browser (CHROMIUM names one): there is nothing in which a form could be filled in.
const inBrowser = chromiumPath === null ? describe.skip : describe;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const file = { name: 'docker-night.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR\r\n' };

inBrowser('a form in a browser', () => {
  let browser: Browser;
  let played: Played;
  let calls: Call[];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    calls = [];
    const bot = formBot(calls);
    const answer = async (call: Call) => ({ ...(await bot.answer(call)), files: [file] });
    played = await openPlayground({ file: join(folderOf({}), 'playground.db'), bot: { ...bot, answer } });
  });
  afterEach(() => played.close());

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${played.base}${path}`);
    return page;
  };
  const say = async (page: Page, line: string): Promise<void> => {
    await page.locator('#line').fill(line);
    await page.locator('#line').press('Enter');
  };
  const title = (page: Page) => page.getByLabel('What it is called').last();
  const about = (page: Page) => page.getByLabel('What it is about').last();
  const send = (page: Page) => page.locator('.form button').last().click();

  test.each([true, false])('is filled in, sent and mended; with a script: %s', async (javaScriptEnabled) => {
    const page = await open('/chat/direct?as=taro&lang=en', { javaScriptEnabled });
    await say(page, 'event new');
    await title(page).fill('wrong');
    await about(page).fill('\none\n\n- two');
    await send(page);
    await page.getByText('That is no title.').waitFor();
    await page.getByRole('button', { name: 'Back to the form' }).click();
    await page.locator('.form').nth(1).waitFor();
    expect(await about(page).inputValue()).toBe('\none\n\n- two');
    await title(page).fill('Docker Night');
    await send(page);
    await page.getByText('Docker Night it is').waitFor();
    expect(calls.at(-1)?.input).toEqual({ title: 'Docker Night', details: '\none\n\n- two' });
  });

  test('keeps what is being typed into it while others talk', async () => {
    const page = await open('/chat/general?as=taro&lang=en');
    await say(page, '/meetup event new');
    await title(page).fill('Docker Ni');
    const other = await open('/chat/general?as=hanako&lang=en');
    await say(other, 'hello everyone');
    await page.getByText('hello everyone').waitFor();
    expect(await title(page).inputValue()).toBe('Docker Ni');
  });

  test('its answer has a file that the browser keeps', async () => {
    const page = await open('/chat/direct?as=taro&lang=en');
    await say(page, 'anything');
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: file.name }).click(),
    ]);
    expect(kept.suggestedFilename()).toBe(file.name);
    expect(readFileSync(await kept.path(), 'utf8')).toBe(file.text);
  });

  test.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)('everybody can use it: %s, %i pixels wide', async (colorScheme, width) => {
    const page = await open('/chat/direct?as=taro&lang=en', {
      colorScheme,
      viewport: { width, height: 844 },
    });
    await say(page, 'anything');
    await page.getByRole('link', { name: file.name }).waitFor();
    await say(page, 'event new');
    await title(page).waitFor();
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const wide = await page
      .locator('html, .log, .form')
      .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).length);
    expect(wide).toBe(0);
  });
});
