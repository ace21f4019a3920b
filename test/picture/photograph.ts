/** Takes pictures, each twice, light and dark, and puts them beside this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { pageOf } from './window.ts';

const here = import.meta.dirname;

interface Picture {
  readonly name: string;
  readonly size: NonNullable<BrowserContextOptions['viewport']>;
  /** The page however high it is, and not only what the size shows of it? */
  readonly whole: boolean;
  /** Brings what is to be seen onto the page. */
  readonly show: (page: Page) => Promise<void>;
}

export async function photograph(browser: Browser, { name, size, whole, show }: Picture): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: size, colorScheme, deviceScaleFactor: 1.25 });
    const page = await context.newPage();
    await show(page);
    await page.screenshot({ path: join(here, `${name}-${colorScheme}.png`), fullPage: whole });
    await context.close();
  }
}

/** What somebody saw of a chat, and the language it is in. */
export interface Drawing {
  readonly name: string;
  readonly drawn: Element;
  readonly lang: 'ja' | 'en';
}

/** In the size of a phone. `sheet`: the style sheet of the chat, beside that of all. */
export async function photographAll(drawings: AsyncIterable<Drawing>, sheet: string): Promise<void> {
  const css = ['window.css', sheet].map((file) => readFileSync(join(here, file), 'utf8')).join('');
  const browser = await launchChromium();
  try {
    for await (const { name, drawn, lang } of drawings)
      await photograph(browser, {
        name,
        size: { width: 760, height: 100 },
        whole: true,
        show: (page) => page.setContent(pageOf(drawn, css, lang)),
      });
  } finally {
    await browser.close();
  }
}
