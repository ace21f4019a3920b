// Takes the pictures of the README: drives the real program in a real browser, light and dark.
//   npm run pictures
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startBot } from '../bot-process.ts';
import { launchChromium } from '../chromium.ts';
import { photograph } from './photograph.ts';

/** What is done before the picture is taken. */
const scenes: Readonly<Record<string, (page: Page, base: string) => Promise<void>>> = {
  chat: async (page, base) => {
    await page.goto(`${base}/chat/direct?as=hanako&lang=ja`);
    await page.getByRole('combobox').fill('監視');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '共有' }).waitFor();
  },
  event: async (page, base) => {
    await page.goto(`${base}/events?lang=ja`);
    await page.getByRole('main').getByRole('link', { name: '波止場もくもく会' }).nth(1).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  report: async (page, base) => {
    await page.goto(`${base}/search?q=Docker+Meetup+Tokyo+%236+type%3Areport&lang=en`);
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
};

const size = { width: 1000, height: 750 };

const data = mkdtempSync(join(tmpdir(), 'meetup-picture-'));
const bot = startBot({ MEETUP_DATA: data, TZ: 'Asia/Tokyo' });
const browser = await launchChromium();
try {
  const base = await bot.url;
  for (const [name, scene] of Object.entries(scenes))
    await photograph(browser, { name, size, whole: false, show: (page) => scene(page, base) });
} finally {
  await browser.close();
  bot.process.kill('SIGTERM');
  await bot.ended;
  rmSync(data, { recursive: true });
}
