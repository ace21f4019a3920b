/** Questions that nobody was there to answer. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Call, Chat } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, lineOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let calls: Call[];

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  calls = [];
});
afterEach(() => connected.stop());

const start = (now: () => Date = () => new Date()): Promise<Chat> =>
  connected.start(
    botOf((call) => say(`answer to ${lineOf(call)}`), calls),
    { now },
  );

const post = (user: string, text: string, channel = 'general') => discord.post({ user, channel, text });

const answers = (channel = 'general'): readonly string[] =>
  discord.seenBy('ken', channel).filter((text) => text.includes('answer to'));

const minutes = (count: number): number => count * 60_000;

test('are answered when it is back, by whoever asked and in their place, and once', async () => {
  const first = await start();
  await discord.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
  await first.stop();
  await post('ken', '@meetup rancher');
  await post('yui', '@meetup status');
  await post('ken', 'nothing for the bot');
  const thread = await discord.startThread({ user: 'ken', name: 'k8s', channel: 'general' });
  await post('hanako', '@meetup kubernetes', thread.id);
  const second = await start();
  await discord.until(() => answers(thread.id).length === 1 && answers().length === 3);
  expect(calls).toHaveLength(4);
  expect(new Set(calls.map(({ input }) => input))).toEqual(new Set(['docker', 'rancher', '', 'kubernetes']));
  expect(calls.find(({ command }) => command === 'status')?.person.organiser).toBe(true);
  await second.stop();
  await start();
  await discord.ask({ user: 'ken', channel: 'general', text: '@meetup last' });
  expect([answers().length, answers(thread.id).length]).toEqual([4, 1]);
});

test('of long ago are not answered any more', async () => {
  await post('ken', '@meetup docker');
  await start(() => new Date(Date.now() + minutes(16)));
  await discord.ask({ user: 'ken', channel: 'general', text: '@meetup last' });
  expect(calls.map(({ input }) => input)).toEqual(['last']);
});

test('are not looked for where the bot may not read, or does not belong', async () => {
  await post('ken', '@meetup docker', 'random');
  await start();
  await discord.ask({ user: 'ken', channel: 'general', text: '@meetup last' });
  expect(calls).toHaveLength(1);
});
