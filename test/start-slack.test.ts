/** `start` with a token of Slack's: the process joins, stays, and says why where it can not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startBot } from './bot-process.ts';
import type { BotProcess } from './bot-process.ts';
import type { Slack } from './slack/index.ts';
import { startSlack } from './slack/index.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'meetup-slack-'));
afterAll(() => rmSync(folder, { recursive: true }));

let slack: Slack;
let bots: BotProcess[];
let tests = 0;

beforeEach(async () => {
  slack = await startSlack({ patience: 20_000 });
  bots = [];
});
/** Whatever a test came to, nothing of it runs on. */
afterEach(async () => {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map(({ ended }) => ended));
  await slack.stop();
});

function start(env: NodeJS.ProcessEnv): BotProcess {
  const data = join(folder, String((tests += 1)));
  const bot = startBot({ MEETUP_DATA: data, SLACK_API_URL: slack.apiUrl, ...env });
  bots.push(bot);
  return bot;
}

const tokens = (): NodeJS.ProcessEnv => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
});

describe('the bot in Slack', () => {
  test('answers there as well as on its pages, without a playground, and ends with 0', async () => {
    const secret = join(folder, 'app-token');
    writeFileSync(secret, `${slack.appToken}\n`);
    const bot = start({ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN_FILE: secret });
    const url = await bot.url;
    await slack.socket.connected(1);
    const answer = await slack.command({ user: 'ken', channel: 'general', text: 'buildkit' });
    expect(answer.text).toContain('results for “buildkit”');
    // Nobody in Slack can follow an address of this machine; on the pages it leads on.
    expect(JSON.stringify(slack.transcript())).not.toContain('127.0.0.1');
    expect(await (await fetch(`${url}/search?q=buildkit`)).text()).toMatch(
      /<a href="\/reports\/[a-z0-9]{10}#/,
    );
    const shared = await slack.press({ user: 'ken', on: answer, button: 'Share' });
    expect(shared.text).toContain('Shared by ken');
    expect((await fetch(`${url}/chat`)).status).toBe(404);
    bot.process.kill('SIGTERM');
    expect([await bot.ended, bot.complaints(), slack.violations]).toEqual([0, '', []]);
  });

  test('serves its pages while Slack can not be reached, and can be stopped', async () => {
    slack.fail('auth.test', { kind: 'status', status: 503 }, 1000);
    const bot = start({ ...tokens(), LOG_LEVEL: 'error' });
    const url = await bot.url;
    await slack.until(() => slack.calls.length > 0);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    bot.process.kill('SIGTERM');
    expect([await bot.ended, bot.complaints()]).toEqual([0, '']);
  });

  test('ends with a sentence and 78 when Socket Mode is switched off', async () => {
    const bot = start({ ...tokens(), LOG_LEVEL: 'error' });
    await slack.socket.connected(1);
    slack.socket.disconnect('link_disabled');
    expect(await bot.ended).toBe(78);
    expect(bot.complaints()).toMatch(/^Socket Mode is switched off for the app: [^\n]+\n$/);
  });

  test('ends with a sentence and 78 when its token is revoked', async () => {
    const bot = start({ ...tokens(), LOG_LEVEL: 'error' });
    await slack.socket.connected(1);
    // The bot is gone before Slack has told it everything.
    await slack.uninstall().catch(() => null);
    expect(await bot.ended).toBe(78);
    expect(bot.complaints()).toMatch(/^Slack does not accept SLACK_BOT_TOKEN: it was revoked [^\n]+\n$/);
  });
});

describe('what can not begin', () => {
  test.each([
    [
      'no second secret',
      () => ({ SLACK_APP_TOKEN: '' }),
      /^Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET/,
    ],
    ['a strange address', () => ({ SLACK_API_URL: 'slack.com' }), /^SLACK_API_URL is "slack.com"/],
    [
      'a strange port',
      () => ({ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'x', SLACK_PORT: '70000' }),
      /^SLACK_PORT is "70000"/,
    ],
    ['a token that is none', () => ({ SLACK_BOT_TOKEN: 'xoxb-1' }), /^Slack does not accept SLACK_BOT_TOKEN/],
    ['another that is none', () => ({ SLACK_APP_TOKEN: 'xapp-1' }), /^Slack does not accept SLACK_APP_TOKEN/],
  ])('with %s says so in one line, and exits with 78', async (_what, env, sentence) => {
    const bot = start({ ...tokens(), LOG_LEVEL: 'error', ...env() });
    expect(await bot.ended).toBe(78);
    expect(bot.complaints()).toMatch(sentence);
    expect(bot.complaints().trim().split('\n')).toHaveLength(1);
    expect(bot.complaints()).not.toMatch(/xox[bp]-\w|xapp-\w/);
  });
});

describe('a bot that is killed in the middle of an answer', () => {
  test('has answered once when it is back', async () => {
    const data = join(folder, String((tests += 1)));
    const env = { ...tokens(), MEETUP_DATA: data, LOG_LEVEL: 'error' };
    const first = start(env);
    await slack.socket.connected(1);
    slack.fail('chat.postMessage', { kind: 'lost' });
    await slack.post({ user: 'ken', channel: 'general', text: '@meetup buildkit' });
    await slack.post({ user: 'ken', channel: 'general', text: '@meetup rancher' });
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'));
    first.process.kill('SIGKILL');
    await first.ended;
    await slack.socket.connected(0);
    const second = start(env);
    await slack.socket.connected(1);
    await slack.sees({ user: 'ken', text: 'for “rancher”' });
    await slack.sees({ user: 'ken', text: 'for “buildkit”' });
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    const answers = slack.seenBy('ken', 'general').filter((text) => text.includes('results for'));
    expect(answers).toHaveLength(2);
  });
});
