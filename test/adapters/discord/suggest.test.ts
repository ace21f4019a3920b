/** What is offered while somebody types an option. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Bot, Call, Choice } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;

afterEach(() => connected.stop());

/** A bot whose search suggests that. */
const suggesting = (offer: (call: Call, option: string) => Promise<readonly Choice[]>): Bot => {
  const bot = botOf(() => say('here'));
  const commands = bot.commands.map((info) => ({
    ...info,
    options: info.options.map((option) => ({ ...option, suggests: true })),
  }));
  return { ...bot, commands, suggest: offer };
};

async function start(offer: Bot['suggest'], options: Partial<Options> = {}): Promise<void> {
  const bot = suggesting(offer);
  connected = await openDiscord({}, bot);
  ({ discord } = connected);
  await connected.start(bot, options);
}

const type = (text: string) =>
  discord.suggest({
    user: 'hanako',
    channel: 'general',
    name: 'meetup search',
    option: 'text',
    options: { text },
  });

const choice = (label: string, value = label): Choice => ({ label, value });

describe('suggestions', () => {
  test('are what the bot offers for what is typed so far', async () => {
    const asked: unknown[] = [];
    await start(async ({ command, input }, option) => {
      asked.push([command, input, option]);
      return [choice('Docker Meetup（シリーズ）', 'series:docker')];
    });
    expect(await type('dock')).toEqual([{ name: 'Docker Meetup（シリーズ）', value: 'series:docker' }]);
    expect(asked).toEqual([['search', { text: 'dock' }, 'text']]);
    expect(discord.acknowledgements.map((each) => each.type)).toEqual([8]);
  });

  test('are as many and as long as Discord takes', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `${index} ${'長'.repeat(120)}`);
    await start(async () => names.map((name, index) => choice(name, String(index))));
    const offered = await type('x');
    expect([offered.length, offered[0]?.name.length, offered[0]?.name.at(-1)]).toEqual([25, 100, '…']);
  });

  test('that take too long are none', async () => {
    const { promise, resolve } = Promise.withResolvers<readonly Choice[]>();
    await start(() => promise, { timing: { suggest: 20 } });
    expect(await type('x')).toEqual([]);
    resolve([]);
  });

  test('that come too late for Discord harm nobody, and what is typed is searched', async () => {
    await start(async () => []);
    discord.fail('create_interaction_response', { kind: 'error', status: 404, code: 10_062 });
    void type('x').catch(() => null);
    await discord.until(() => discord.calls.find(({ status }) => status === 404));
    const used = { user: 'hanako', channel: 'general', name: 'meetup search' };
    expect((await discord.command({ ...used, options: { text: 'free text' } })).text).toContain('here');
  });

  test('are none in a server that the community does not list', async () => {
    await start(async () => [choice('secret')], {
      settings: async () => ({ locale: 'ja', organisers: [], workspaces: ['1'] }),
    });
    expect(await type('x')).toEqual([]);
  });
});
