/**
 * How long members of a busy workspace wait: the bot as a process of its own in the simulated Slack, over its own sample.
 *   node test/bench/slack.ts        50 commands a second for 20 seconds, then 5,000 events at once
 *   node test/bench/slack.ts 200    other than 50
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startBot } from '../bot-process.ts';
import type { Slack } from '../slack/index.ts';
import { startSlack } from '../slack/index.ts';
import { askSteadily, memoryOf } from './busy.ts';
import { queries } from './query.ts';
import { quantile } from './time.ts';

const perSecond = Number(process.argv[2] ?? 50);
const seconds = 20;
const events = 5000;

/** Milliseconds from when it was due until the person saw an answer; `null`: none came. */
async function ask(slack: Slack, number: number, due: number): Promise<number | null> {
  const text = queries[number % queries.length]?.text ?? '';
  try {
    await slack.command({ user: number % 2 === 0 ? 'hanako' : 'ken', channel: 'general', text });
    return performance.now() - due;
  } catch {
    return null;
  }
}

/** Milliseconds until the last of them was acknowledged. */
async function burst(slack: Slack): Promise<number> {
  const event = { type: 'member_joined_channel', user: 'UKEN', channel: 'CGENERAL' };
  const about = { type: 'event_callback', team_id: 'TMEETUP', api_app_id: 'AMEETUP' };
  const told = Array.from({ length: events }, (_, number) =>
    slack.send({
      kind: 'events_api',
      answerable: false,
      retry: null,
      payload: { ...about, event_id: `Ev${number}`, event: { ...event, event_ts: `${number}.1` } },
    }),
  );
  return Math.max(...(await Promise.all(told)).map(({ ms }) => ms));
}

const folder = mkdtempSync(join(tmpdir(), 'meetup-slack-load-'));
const slack = await startSlack({ patience: 60_000 });
const bot = startBot({
  MEETUP_DATA: folder,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});
try {
  await slack.socket.connected(1);
  await delay(2000);
  const idle = memoryOf(bot.process.pid);
  const waited = await askSteadily({ perSecond, seconds, ask: (number, due) => ask(slack, number, due) });
  const answered = waited.filter((ms) => ms !== null);
  const acknowledged = slack.acknowledgements.map(({ ms }) => ms);
  const busy = memoryOf(bot.process.pid);
  const last = await burst(slack);
  const [p50 = 0, p99 = 0, most = 0] = [0.5, 0.99, 1].map((part) => quantile(answered, part));
  process.stdout.write(
    `${answered.length} of ${waited.length} commands answered, ${perSecond} a second: half within ${Math.round(p50)} ms, ` +
      `99 % within ${Math.round(p99)} ms, the slowest after ${Math.round(most)} ms; ` +
      `the slowest acknowledged after ${Math.max(...acknowledged)} ms\n` +
      `${events} events at once: the last one acknowledged after ${last} ms\n` +
      `memory: ${idle} MiB idle, ${busy} MiB after the commands, ${memoryOf(bot.process.pid)} MiB after the events\n` +
      `refused by Slack: ${slack.violations.length}\n`,
  );
} finally {
  bot.process.kill('SIGTERM');
  await bot.ended;
  await slack.stop();
  rmSync(folder, { recursive: true });
}
