/** Showing something to somebody, over the project's own content. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Discord } from '../../discord/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let world: OpenWorld;
let connected: Connected;
let discord: Discord;

beforeEach(async () => {
  world = await openWorld(ownContent);
  connected = await openDiscord({}, world.bot);
  ({ discord } = connected);
  await connected.start(world.bot);
});
afterEach(async () => {
  await connected.stop();
  world.close();
});

const show = (what: string, channel = 'general') =>
  discord.command({
    user: 'hanako',
    channel,
    name: 'meetup show',
    options: { who: discord.idOf.user('ken'), what },
  });

const notified = (): readonly (readonly string[])[] => discord.pings.map(({ whom }) => whom);

test('everyone in the channel sees it, and they alone are told', async () => {
  await show('buildkit');
  const seen = await discord.sees({ user: 'gus', text: 'の検索結果' });
  expect(seen.text).toContain('hanako さんからのお知らせです。');
  expect(notified()).toEqual([['ken']]);
  connected.expect({ notified: ['ken'] });
});

test('whom a message names is shown it in the same way', async () => {
  await discord.ask({ user: 'hanako', channel: 'general', text: '@meetup show @ken buildkit' });
  expect(notified()).toEqual([['ken']]);
  connected.expect({ notified: ['ken'] });
});

test.each(['zzyzx', 'show who:"<@1|x>" docker'])('of %j nobody is told', async (what) => {
  const answer = await show(what);
  expect(discord.seenBy('ken', 'general').join('')).not.toContain('お知らせ');
  expect(answer.message?.onlyFor ?? discord.idOf.user('hanako')).toBe(discord.idOf.user('hanako'));
  expect(notified()).toEqual([]);
});
