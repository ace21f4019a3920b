/** The first message: to whom a server belongs, once. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Chat } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;

const start = (options: Partial<Options> = {}): Promise<Chat> =>
  connected.start(
    botOf(() => say('here')),
    options,
  );

beforeEach(async () => {
  connected = await openDiscord({
    guilds: [
      { name: 'Old', rooms: [{ name: 'general' }] },
      { name: 'New', rooms: [{ name: 'lounge' }], installed: false },
    ],
  });
  ({ discord } = connected);
  await discord.join({ user: 'owner', guild: 'New' });
});
afterEach(() => connected.stop());

const texts = (): readonly string[] => discord.seenBy('owner', 'dm');

/** What was told before has been dealt with. */
async function settled(): Promise<void> {
  await discord.ask({ user: 'hanako', channel: 'dm', text: 'x' });
  for (let count = 0; count < 50; count += 1) await setImmediate();
}

describe('the first message', () => {
  test('goes to whom the server belongs, with three things to do', async () => {
    await start();
    await discord.install('New');
    await discord.sees({ user: 'owner', text: '/meetup status' });
    expect(texts()).toHaveLength(1);
    for (const step of ['1.', '2.', '3.', '@meetup', '/meetup search']) expect(texts()[0]).toContain(step);
    expect(discord.seenBy('hanako', 'lounge')).toEqual([]);
  });

  test('is not said of a server that the bot has been in for long, nor twice', async () => {
    const first = await start();
    await discord.install('New');
    await discord.sees({ user: 'owner', text: '/meetup status' });
    await first.stop();
    await start();
    await discord.install('New');
    await settled();
    expect(texts()).toHaveLength(1);
  });

  test('is said again where the bot was taken out and comes back', async () => {
    await start();
    await discord.install('New');
    await discord.sees({ user: 'owner', text: '/meetup status' });
    await discord.uninstall('New');
    await discord.until(() => discord.gateway.count() === 1);
    await settled();
    await discord.install('New');
    await discord.until(() => texts().length === 2);
    expect(texts()).toHaveLength(2);
  });

  test('is said to nobody in a server that the community does not list', async () => {
    const workspaces = [discord.idOf.guild('Old')];
    await start({ settings: async () => ({ locale: 'ja', organisers: [], workspaces }) });
    await discord.install('New');
    await settled();
    expect(texts()).toEqual([]);
  });

  test('that they do not take is said to nobody else', async () => {
    const id = discord.idOf.user('owner');
    const owner = discord.state.users.get(id);
    if (owner === undefined) throw new Error('nobody');
    discord.state.users.set(id, { ...owner, acceptsDirect: false });
    await start();
    await discord.install('New');
    await discord.until(() => discord.calls.find(({ status }) => status === 403));
    await settled();
    expect(discord.seenBy('hanako', 'lounge')).toEqual([]);
    expect(connected.logged.at(-1)?.message).toContain('first message');
  });
});
