/**
 * How long members of a busy server wait: the bot as a process of its own in the simulated Discord, over its own sample.
 *   node test/bench/discord.ts        50 commands a second for 20 seconds, then 200 within one second
 *   node test/bench/discord.ts 100    other than 50
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandsFor } from '../../adapters/discord/setup/commands.ts';
import { appRequest } from '../adapters/request.ts';
import { startBot } from '../bot-process.ts';
import type { Discord } from '../discord/index.ts';
import { startDiscord } from '../discord/index.ts';
import { askSteadily, memoryOf } from './busy.ts';
import { queries } from './query.ts';
import { quantile } from './time.ts';

const perSecond = Number(process.argv[2] ?? 50);
const seconds = 20;
const atOnce = 200;

/** Milliseconds from when it was due until the person saw an answer; `null`: none came. */
async function ask(discord: Discord, number: number, due: number): Promise<number | null> {
  const options = { text: queries[number % queries.length]?.text ?? '' };
  const user = number % 2 === 0 ? 'hanako' : 'ken';
  try {
    await discord.command({ user, channel: 'general', name: 'meetup search', options });
    return performance.now() - due;
  } catch {
    return null;
  }
}

const said = (waited: readonly (number | null)[], deferred: readonly number[]): string => {
  const answered = waited.filter((ms) => ms !== null);
  const [p50 = 0, p99 = 0, most = 0] = [0.5, 0.99, 1].map((part) => Math.round(quantile(answered, part)));
  return (
    `${answered.length} of ${waited.length} commands answered: half within ${p50} ms, 99 % within ${p99} ms, ` +
    `the slowest after ${most} ms; the slowest deferred after ${Math.max(...deferred)} ms\n`
  );
};

const folder = mkdtempSync(join(tmpdir(), 'meetup-discord-load-'));
const discord = await startDiscord({ patience: 60_000, commands: commandsFor(appRequest()) });
const bot = startBot({
  MEETUP_DATA: folder,
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
});
const rush = async (perSecondNow: number, secondsNow: number): Promise<string> => {
  const before = discord.acknowledgements.length;
  const waited = await askSteadily({
    perSecond: perSecondNow,
    seconds: secondsNow,
    ask: (number, due) => ask(discord, number, due),
  });
  return said(
    waited,
    discord.acknowledgements.slice(before).map(({ ms }) => ms),
  );
};
try {
  await discord.gateway.connected(1);
  await delay(2000);
  const idle = memoryOf(bot.process.pid);
  process.stdout.write(`${perSecond} a second: ${await rush(perSecond, seconds)}`);
  process.stdout.write(`${atOnce} within one second: ${await rush(atOnce, 1)}`);
  process.stdout.write(
    `memory: ${idle} MiB idle, ${memoryOf(bot.process.pid)} MiB after the commands\n` +
      `refused by Discord: ${discord.violations.length}\n`,
  );
} finally {
  bot.process.kill('SIGTERM');
  await bot.ended;
  await discord.stop();
  rmSync(folder, { recursive: true });
}
