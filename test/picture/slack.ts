// Takes the pictures of Slack for the README: the real bot in the simulated workspace, and what members see there, light and dark.
//   npm run pictures
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import type { Slack } from '../slack/index.ts';
import type { Eyes } from '../slack/render/rich-text.ts';
import { drawChannel, drawHome, drawModal, pageOf } from './slack-window.ts';
import { openWorkspace } from './slack-workspace.ts';

const nameOf = (id: string): string => id.slice(1).toLowerCase();
const hanako: Eyes = { locale: 'ja-JP', zone: 'Asia/Tokyo', nameOf };
const ken: Eyes = { locale: 'en-US', zone: 'America/New_York', nameOf };

/** What #general shows to somebody. */
const general = (slack: Slack, id: string, eyes: Eyes): Element =>
  drawChannel(
    'general',
    slack.messages('general').filter(({ onlyFor }) => onlyFor === null || onlyFor === id),
    eyes,
  );

const topOf = (slack: Slack, user: string) => {
  const view = slack.views(user).at(-1);
  if (view === undefined) throw new Error(`${user} has no modal open`);
  return view;
};

/** One conversation, looked at now and then. A picture is what is drawn and the language it is in. */
async function* play(slack: Slack): AsyncGenerator<readonly [name: string, drawn: Element, lang: string]> {
  await slack.post({ user: 'ken', channel: 'general', text: '監視の話、前にどなたかしていましたよね？' });
  const found = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
  yield ['slack-search', general(slack, 'UHANAKO', hanako), 'ja'];

  const talk = await slack.press({ user: 'hanako', on: found, button: '1 を読む' });
  await slack.press({ user: 'hanako', on: talk, button: '共有' });
  yield ['slack-shared', general(slack, 'UKEN', ken), 'ja'];

  const form = await slack.shortcut({ user: 'ken', callback: 'search' });
  await slack.submit({ user: 'ken', on: form, values: { words: 'docker' } });
  const results = await slack.sees({ user: 'ken', text: /results? for/ });
  await slack.press({ user: 'ken', on: results, button: /\[(More [^\]]*)\]/.exec(results.text)?.[1] ?? '' });
  await slack.sees({ user: 'ken', text: '[Page 1]' });
  yield ['slack-modal', drawModal(topOf(slack, 'ken'), ken), 'en'];

  await slack.openHome('ken');
  const home = slack.home('ken');
  if (home !== null) yield ['slack-home', drawHome(home, ken), 'en'];
}

const css = readFileSync(join(import.meta.dirname, 'slack.css'), 'utf8');

async function picture(browser: Browser, name: string, html: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const viewport = { width: 760, height: 100 };
    const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1.25 });
    const page = await context.newPage();
    await page.setContent(html);
    await page.screenshot({ path: join(import.meta.dirname, `${name}-${colorScheme}.png`), fullPage: true });
    await context.close();
  }
}

const { slack, close } = await openWorkspace();
const browser = await launchChromium();
try {
  for await (const [name, drawn, lang] of play(slack)) await picture(browser, name, pageOf(drawn, css, lang));
} finally {
  await browser.close();
  await close();
}
