/** The form to search with, over the project's own content. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Chat } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let world: OpenWorld;
let connected: Connected;
let chat: Chat;
let discord: Discord;

beforeEach(async () => {
  world = await openWorld(ownContent);
  connected = await openDiscord({}, world.bot);
  ({ discord } = connected);
  chat = await connected.start(world.bot);
});
afterEach(async () => {
  await connected.stop();
  world.close();
});

const startPage = (user: string, channel = 'general') =>
  discord.command({ user, channel, name: 'meetup start', options: {} });

test.each([
  ['hanako', '検索', '探すことば', '「buildkit」の検索結果'],
  ['ken', 'Search', 'What to look for', 'results for “buildkit”'],
])('is opened from the start page by %s, in their language', async (user, button, label, found) => {
  const page = await startPage(user);
  await discord.press({ user, on: page, button });
  const answer = await discord.submit({ user, values: { [label]: 'buildkit' } });
  expect(answer.text).toContain(found);
  expect(answer.message?.onlyFor).toBe(discord.idOf.user(user));
});

test('is opened also in a conversation with the bot, and after it was started anew', async () => {
  const page = await startPage('ken', 'dm');
  await chat.stop();
  await connected.start(world.bot);
  await discord.press({ user: 'ken', on: page, button: 'Search' });
  const { text } = await discord.submit({ user: 'ken', values: { 'What to look for': 'zzyzx' } });
  expect(text).toContain('Nothing was found for “zzyzx”');
});
