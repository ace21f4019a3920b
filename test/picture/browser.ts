// Takes the pictures of the README: drives the real program in a real browser, light and dark.
//   npm run pictures
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startBot } from '../bot-process.ts';
import { launchChromium } from '../chromium.ts';

/** What is done before the picture is taken. */
const scenes: Readonly<Record<string, (page: Page, base: string) => Promise<void>>> = {
  chat: async (page, base) => {
    await page.goto(`${base}/chat/direct?as=hanako&lang=ja`);
    await page.getByRole('combobox').fill('監視');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '共有' }).waitFor();
  },
  report: async (page, base) => {
    await page.goto(`${base}/search?q=Docker+Meetup+Tokyo+%236+type%3Areport&lang=en`);
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
};

const size = { width: 1000, height: 720 };

async function picture(browser: Browser, base: string, name: keyof typeof scenes): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: size, colorScheme, deviceScaleFactor: 1.25 });
    const page = await context.newPage();
    await scenes[name]?.(page, base);
    await page.screenshot({ path: join(import.meta.dirname, `${name}-${colorScheme}.png`) });
    await context.close();
  }
}

const data = mkdtempSync(join(tmpdir(), 'meetup-picture-'));
const bot = startBot({ MEETUP_DATA: data, TZ: 'Asia/Tokyo' });
const browser = await launchChromium();
try {
  for (const name of Object.keys(scenes)) await picture(browser, await bot.url, name);
} finally {
  await browser.close();
  bot.process.kill('SIGTERM');
  await bot.ended;
  rmSync(data, { recursive: true });
}
