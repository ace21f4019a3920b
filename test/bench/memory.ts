/**
 * What an idle bot holds of memory, over its own sample: without a chat, in each simulated chat, and in both.
 *   node test/bench/memory.ts
 *   NODE_OPTIONS=--max-semi-space-size=2 MALLOC_ARENA_MAX=1 node --optimize-for-size --max-old-space-size=160 test/bench/memory.ts
 *                                as in the container
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBot } from '../bot-process.ts';
import { startDiscord } from '../discord/index.ts';
import { startSlack } from '../slack/index.ts';
import { memoryOf } from './busy.ts';

/** Milliseconds until nothing of the start is left to do. */
const settled = 8000;

const slack = await startSlack({ patience: 60_000 });
const discord = await startDiscord({ patience: 60_000 });

const inSlack = {
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
};
const inDiscord = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };

const rooms: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  'no chat': {},
  Slack: inSlack,
  Discord: inDiscord,
  both: { ...inSlack, ...inDiscord },
};

/** The bot gets the flags that this program has got. */
const flags = process.execArgv.join(' ');
const within = flags === '' ? [] : ['sh', '-c', `exec "$0" ${flags} "$@"`];

/** MiB. */
async function idle(env: NodeJS.ProcessEnv): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-memory-'));
  const bot = startBot({ MEETUP_DATA: folder, ...env }, [], within);
  try {
    await bot.url;
    if ('SLACK_BOT_TOKEN' in env) await slack.socket.connected(1);
    if ('DISCORD_TOKEN' in env) await discord.gateway.connected(1);
    await delay(settled);
    return memoryOf(bot.process.pid);
  } finally {
    bot.process.kill('SIGTERM');
    await bot.ended;
    rmSync(folder, { recursive: true });
  }
}

for (const [room, env] of Object.entries(rooms))
  process.stdout.write(`${room}: ${await idle(env)} MiB idle\n`);
await Promise.all([slack.stop(), discord.stop()]);
