/** `start` with a token of Discord's, alone and beside Slack: the process joins, stays, and says why where it can not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startBot } from './bot-process.ts';
import type { BotProcess } from './bot-process.ts';
import type { Discord } from './discord/index.ts';
import { startDiscord } from './discord/index.ts';
import { runMeetup } from './run-meetup.ts';
import { startSlack } from './slack/index.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'meetup-discord-'));
afterAll(() => rmSync(folder, { recursive: true }));

let discord: Discord;
let bots: BotProcess[];
let tests = 0;

beforeEach(async () => {
  discord = await startDiscord({ deadline: 20_000, patience: 20_000 });
  bots = [];
});
/** Whatever a test came to, nothing of it runs on. */
afterEach(async () => {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map(({ ended }) => ended));
  await discord.stop();
});

const environment = (): NodeJS.ProcessEnv => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  LOG_LEVEL: 'error',
});

function start(env: NodeJS.ProcessEnv): BotProcess {
  const bot = startBot({ MEETUP_DATA: join(folder, String((tests += 1))), ...env });
  bots.push(bot);
  return bot;
}

const search = (text: string) =>
  discord.command({ user: 'ken', channel: 'general', name: 'meetup search', options: { text } });

async function endOf(bot: BotProcess): Promise<readonly [unknown, string]> {
  bot.process.kill('SIGTERM');
  return [await bot.ended, bot.complaints()];
}

describe('the bot in Discord', () => {
  test('answers there with the commands that setup has registered, and ends with 0', async () => {
    const { code } = await runMeetup(folder, ['setup', 'discord', '--apply'], environment());
    expect(code).toBe(0);
    const bot = start(environment());
    const url = await bot.url;
    await discord.gateway.connected(1);
    const answer = await search('buildkit');
    expect(answer.text).toContain('results for “buildkit”');
    expect(discord.seenBy('hanako', 'general').join('')).not.toContain('buildkit');
    const shared = await discord.press({ user: 'ken', on: answer, button: 'Share' });
    expect(shared.text).toContain('Shared by ken');
    expect(discord.seenBy('hanako', 'general').join('')).toContain('buildkit');
    // Nobody in Discord can follow an address of this machine.
    expect(discord.transcript()).not.toContain('127.0.0.1');
    expect((await fetch(`${url}/chat`)).status).toBe(404);
    expect(await endOf(bot)).toEqual([0, '']);
    expect([discord.violations, discord.pings]).toEqual([[], []]);
  });

  test('is in Slack at the same time, with one memory', async () => {
    await runMeetup(folder, ['setup', 'discord', '--apply'], environment());
    const slack = await startSlack({ patience: 20_000 });
    try {
      const bot = start({
        ...environment(),
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.apiUrl,
      });
      await bot.url;
      await Promise.all([discord.gateway.connected(1), slack.socket.connected(1)]);
      await search('zzyzx');
      await slack.command({ user: 'ken', channel: 'general', text: 'zzyzx' });
      const status = await slack.command({ user: 'yui', channel: 'general', text: 'status' });
      expect(status.text).toMatch(/zzyzx.*2/);
      expect(await endOf(bot)).toEqual([0, '']);
    } finally {
      await slack.stop();
    }
  });

  test('serves its pages while Discord can not be reached, and can be stopped', async () => {
    discord.fail('get_my_application', { kind: 'status', status: 503 }, 1000);
    discord.fail('get_bot_gateway', { kind: 'status', status: 503 }, 1000);
    const bot = start(environment());
    const url = await bot.url;
    await discord.until(() => discord.calls.length > 0);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await endOf(bot)).toEqual([0, '']);
  });
});

describe('what can not be', () => {
  test.each([4004, 4013, 4014])('ends with a sentence and 78: close code %i', async (code) => {
    const bot = start(environment());
    await discord.gateway.connected(1);
    discord.gateway.shut(code);
    expect(await bot.ended).toBe(78);
    expect(bot.complaints().trim().split('\n')).toHaveLength(1);
    expect(bot.complaints()).toContain('Discord');
    expect(bot.complaints()).not.toContain(discord.token);
  });

  test.each([
    ['a token that is none', { DISCORD_TOKEN: 'abc' }, /DISCORD_TOKEN/],
    ['a token of nobody', { DISCORD_TOKEN: 'MTIz.abcdef.ghijklmnop' }, /DISCORD_TOKEN/],
    ['a strange address', { DISCORD_API_URL: 'discord.com' }, /^DISCORD_API_URL is "discord.com"/],
  ])('with %s says so in one line, and exits with 78', async (_what, env, sentence) => {
    const bot = start({ ...environment(), ...env });
    expect(await bot.ended).toBe(78);
    expect(bot.complaints()).toMatch(sentence);
    expect(bot.complaints().trim().split('\n')).toHaveLength(1);
  });
});
