/**
 * How long members wait while digests go out: the bot as a process of its own in the simulated Slack, where every channel has
 * a digest that is due when it starts.
 *   node test/bench/wave.ts        1,000 channels, 20 commands a second
 *   node test/bench/wave.ts 200    other than 1,000
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { usualDigest } from '../../src/content/digest-setting.ts';
import { changeDigestChannel } from '../../src/digest/channel.ts';
import { startBot } from '../bot-process.ts';
import type { Slack } from '../slack/index.ts';
import { startSlack } from '../slack/index.ts';
import { askSteadily, memoryOf } from './busy.ts';
import { queries } from './query.ts';
import { quantile } from './time.ts';

const channels = Number(process.argv[2] ?? 1000);
const perSecond = 20;
const minute = 60_000;

const names = Array.from({ length: channels }, (_, number) => `room${number}`);
const folder = mkdtempSync(join(tmpdir(), 'meetup-wave-'));

/** Each of them has had no digest so far, and wants one since a moment ago. */
async function fill(): Promise<void> {
  const due = new Date(Date.now() - minute);
  const schedule = `${due.getUTCMinutes()} ${due.getUTCHours()} * * *`;
  const state = createSqliteState(join(folder, 'state.db'));
  await state.transaction(async (records) => {
    for (const name of names) {
      const place = { platform: 'slack', workspace: 'TMEETUP', channel: `C${name.toUpperCase()}`, name };
      await changeDigestChannel(records, place, () => ({
        place: { ...place, name: `#${name}`, visibility: 'public' },
        setting: { ...usualDigest, channel: `#${name}`, schedule, zone: 'UTC' },
        from: 'chat',
        by: null,
        since: new Date(due.getTime() - 60 * minute).toISOString(),
        paused: null,
        trouble: null,
        skips: null,
        recent: [],
      }));
    }
  });
  await state.close();
}

/** Milliseconds from when it was due until the person saw an answer; `null`: none came. */
async function ask(slack: Slack, number: number, due: number): Promise<number | null> {
  const text = queries[number % queries.length]?.text ?? '';
  try {
    await slack.command({ user: 'hanako', channel: 'general', text });
    return performance.now() - due;
  } catch {
    return null;
  }
}

const standing = (slack: Slack): number =>
  slack.calls.filter(({ method, args }) => method === 'chat.postMessage' && 'metadata' in args).length;

await fill();
const slack = await startSlack({
  patience: 60_000,
  rooms: ['general', ...names].map((name) => ({ name, members: ['hanako', 'meetup'] })),
});
const bot = startBot({
  MEETUP_DATA: folder,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
});
try {
  await slack.socket.connected(1);
  const began = performance.now();
  await slack.until(() => standing(slack) > 0);
  const first = performance.now();
  const waited: (number | null)[] = [];
  while (standing(slack) < channels && performance.now() - began < 20 * minute)
    waited.push(
      ...(await askSteadily({ perSecond, seconds: 5, ask: (number, due) => ask(slack, number, due) })),
    );
  const answered = waited.filter((ms) => ms !== null);
  const [p50 = 0, p99 = 0, most = 0] = [0.5, 0.99, 1].map((part) => quantile(answered, part));
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  process.stdout.write(
    `${standing(slack)} digests, the first ${seconds(first - began)} s after the bot came in, the last at most ` +
      `${seconds(performance.now() - first)} s later\n` +
      `meanwhile ${answered.length} of ${waited.length} commands answered: half within ${Math.round(p50)} ms, ` +
      `99 % within ${Math.round(p99)} ms, the slowest after ${Math.round(most)} ms\n` +
      `memory: ${memoryOf(bot.process.pid)} MiB; refused by Slack: ${slack.violations.length}\n`,
  );
} finally {
  bot.process.kill('SIGTERM');
  await bot.ended;
  await slack.stop();
  rmSync(folder, { recursive: true });
}
