/** The playground in a real browser: what the script adds, what works without it, and that everybody can use it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { startBot } from '../../bot-process.ts';
import type { BotProcess } from '../../bot-process.ts';
import { chromiumPath, launchChromium } from '../../chromium.ts';
import { ownContent } from '../../world.ts';
import { folderOf } from '../temporary-folder.ts';

jest.setTimeout(60_000);

// Skipped without a browser (CHROMIUM names one): there is nothing in which a script could run.
const inBrowser = chromiumPath === null ? describe.skip : describe;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let bot: BotProcess;
let base: string;
let data: string;
let contexts: BrowserContext[];
/** What no page may do: complain, or speak with anyone else. */
let wrongs: string[];

const startAt = async (port: string): Promise<void> => {
  bot = startBot({ MEETUP_DATA: data, MEETUP_CONTENT: ownContent, PORT: port });
  base = await bot.url;
};
const stopBot = async (): Promise<number | NodeJS.Signals | null> => {
  bot.process.kill('SIGTERM');
  return bot.ended;
};

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => wrongs.push(`console: ${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`)) wrongs.push(`request: ${request.url()}`);
  });
  await page.goto(`${base}${path}`);
  return page;
}

const last = (page: Page) => page.locator('#messages .message .said').last();
const field = (page: Page) => page.getByRole('combobox');
const say = async (page: Page, line: string): Promise<void> => {
  await field(page).fill(line);
  await field(page).press('Enter');
};
const shows = (page: Page, text: string) => last(page).filter({ hasText: text }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();

inBrowser('the playground in a browser', () => {
  beforeAll(async () => {
    data = folderOf({});
    [browser] = await Promise.all([launchChromium(), startAt('0')]);
  });
  afterAll(async () => {
    await Promise.all([browser.close(), stopBot()]);
  });
  beforeEach(() => {
    contexts = [];
    wrongs = [];
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    if (wrongs.length > 0) throw new Error(wrongs.join('\n'));
  });

  test('one searches, reads, and shares with everyone', async () => {
    const page = await open('/chat/general?as=hanako&lang=en');
    await say(page, '/meetup 30倍以上早くなる話');
    await shows(page, 'docker buildが30倍以上早くなる話');
    await press(page, 'Read 1');
    await shows(page, 'LLB');
    await press(page, 'Share');
    await shows(page, 'Shared by Hanako');
    expect(await field(page).inputValue()).toBe('');

    const other = await open('/chat/general?as=taro&lang=en');
    await shows(other, 'Shared by Hanako');
    expect(await other.content()).not.toContain('/meetup buildkit');
  });

  test('an answer that is longer than the window is read from its beginning', async () => {
    const page = await open('/chat/direct?as=hanako&lang=en', { viewport: { width: 390, height: 500 } });
    await say(page, 'docker');
    await shows(page, 'results for “docker”');
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    expect(await last(page).getByRole('heading').isVisible()).toBe(true);
    const top = await last(page).evaluate((said) => said.getBoundingClientRect().top);
    expect([top > 0, top < 300]).toEqual([true, true]);
  });

  test('what somebody says is on the page of somebody else by itself, and stays in its place there', async () => {
    const [hanako, taro] = await Promise.all([
      open('/chat/general?as=hanako&lang=en'),
      open('/chat/general?as=taro&lang=ja'),
    ]);
    const log = taro.getByRole('log');
    const behindEnd = () => log.evaluate((element) => -element.scrollTop);
    const heightOfFirst = () =>
      taro
        .locator('.message')
        .first()
        .evaluate((item) => item.getBoundingClientRect().top);
    await say(taro, '/meetup buildkit');
    await taro.getByRole('button', { name: '共有' }).waitFor();
    await say(hanako, 'Are you there, Taro?');
    await shows(taro, 'Are you there, Taro?');
    await log.evaluate((element) => element.scrollTo({ top: 0, behavior: 'instant' }));
    await say(hanako, 'Taro?');
    await shows(taro, 'Taro?');
    expect(await behindEnd()).toBeLessThan(1);

    await log.evaluate((element) => element.scrollTo({ top: -200, behavior: 'instant' }));
    const before = await heightOfFirst();
    await say(hanako, 'I would like to know.');
    await shows(taro, 'I would like to know.');
    expect(await behindEnd()).toBeGreaterThan(200);
    expect(Math.abs((await heightOfFirst()) - before)).toBeLessThan(1);
  });

  test('a restart of the bot leaves an open page as it was: old buttons work, news arrive, what was typed is kept', async () => {
    const page = await open('/chat/direct?as=alex&lang=en');
    const other = await open('/chat/direct?as=alex&lang=en');
    await say(page, 'kubernetes');
    await shows(page, 'results for “kubernetes”');
    await shows(other, 'results for “kubernetes”');
    const { port } = new URL(base);
    expect(await stopBot()).toBe(0);

    await say(page, 'is anybody there?');
    await page.getByText('It was not sent. What you typed is still there: try again.').waitFor();
    expect(await field(page).inputValue()).toBe('is anybody there?');
    await page.getByText('The connection is lost; trying again.').waitFor();
    wrongs = wrongs.filter((wrong) => !wrong.includes('ERR_CONNECTION'));

    await startAt(port);
    await press(page, 'Read 1');
    await page.getByRole('button', { name: 'Back' }).waitFor();
    await other.getByRole('button', { name: 'Back' }).waitFor();
    wrongs = wrongs.filter((wrong) => !/ERR_CONNECTION|503|ERR_INCOMPLETE/.test(wrong));
  });

  test('suggestions are chosen with the keys, and leave with Escape', async () => {
    const page = await open('/chat/direct?as=taro&lang=en');
    await field(page).pressSequentially('s');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').allInnerTexts()).toHaveLength(7);
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
    await field(page).press('ArrowUp');
    expect(await page.locator('[aria-selected=true]').innerText()).toContain('status');
    await field(page).press('ArrowDown');
    await field(page).press('ArrowDown');
    const chosen = page.locator('[aria-selected=true]');
    expect(await chosen.innerText()).toContain('speaker');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await field(page).press('Enter');
    expect(await field(page).inputValue()).toBe('speaker ');
    await field(page).pressSequentially('akihi');
    await page.getByRole('option', { name: 'AkihiroSuda' }).click();
    expect(await field(page).inputValue()).toBe('speaker akihirosuda');
    await field(page).fill('sp');
    await page.getByRole('option').first().waitFor();
    await field(page).press('Escape');
    expect([await page.getByRole('option').count(), await field(page).inputValue()]).toEqual([0, 'sp']);
    await field(page).press('Enter');
    await shows(page, 'sp');
  });

  test('suggestions are those for what was typed last, also where earlier ones come just then', async () => {
    const page = await open('/chat/direct?as=taro&lang=en');
    const typeOn = async (route: Route): Promise<void> => {
      await field(page).press('p');
      await route.continue();
    };
    await page.route(/line=s$/, typeOn, { times: 1 });
    const [, response] = await Promise.all([
      field(page).press('s'),
      page.waitForResponse(/line=sp$/, { timeout: 10_000 }),
    ]);
    await response.finished();
    await page.getByRole('option', { name: 'speaker' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
  });

  test('an Enter that ends the composition of Japanese sends nothing', async () => {
    const page = await open('/chat/general?as=hanako&lang=ja');
    const before = await page.locator('.message').count();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'かいぎ', selectionStart: 3, selectionEnd: 3 });
    await field(page).press('Enter');
    await keyboard.send('Input.insertText', { text: '会議' });
    expect([await field(page).inputValue(), await page.locator('.message').count()]).toEqual([
      '会議',
      before,
    ]);
    await field(page).press('Enter');
    await shows(page, '会議');
  });

  test('the keyboard alone is enough', async () => {
    const page = await open('/chat/direct?as=taro&lang=en');
    await page.keyboard.type('upcoming');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Share' }).last().waitFor();
    expect(await page.locator('#line:focus').count()).toBe(1);
    await page.getByRole('button', { name: 'Share' }).last().focus();
    await page.keyboard.press('Enter');
    await shows(page, 'Shared by Taro');
    await page.getByRole('link', { name: 'To the message field' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#line:focus').count()).toBe(1);
  });

  test('everything works without scripts', async () => {
    const page = await open('/chat/general?as=alex&lang=en', { javaScriptEnabled: false });
    await page.getByRole('textbox').fill('/meetup docker compose');
    await page.getByRole('textbox').press('Enter');
    await page.waitForURL(/#m\d+$/);
    await page.getByRole('button', { name: 'Read 1' }).last().click();
    await page.waitForURL(/#m\d+$/);
    await page.getByRole('button', { name: 'Share' }).last().click();
    await page.getByText('Shared by Alex').waitFor();
    await page.getByRole('link', { name: 'Reply in a thread' }).last().click();
    await page.getByRole('textbox').fill('worth reading');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/thread.*#m\d+$/);
    expect(await last(page).innerText()).toBe('worth reading');
  });

  test.each([
    ['light', 390],
    ['light', 1280],
    ['dark', 390],
    ['dark', 1280],
  ] as const)('everybody can use it: %s, %i pixels wide', async (colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 844 } };
    for (const path of ['/chat/direct?as=hanako&lang=ja', '/chat/general?as=taro&lang=en']) {
      const page = await open(path, options);
      await say(page, path.includes('general') ? '/meetup buildkit' : 'buildkit');
      await page
        .getByRole('button', { name: /^(Share|共有)$/ })
        .last()
        .waitFor();
      await field(page).pressSequentially('/meetup s');
      await field(page).press('ArrowDown');
      await page.locator('[role=option]').first().waitFor();
      await field(page).press('ArrowDown');
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.setViewportSize({ width: width - 30, height: 740 });
      const wide = await page
        .locator('html, .side, .log, .composer')
        .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth).length);
      expect(wide).toBe(0);
    }
  });
});
