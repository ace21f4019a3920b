/** Response addresses: five uses, half an hour, and never more widely than the message they belong to. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { createApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';

let slack: Slack;
let app: App;
/** The address of the last command. */
let url: string;

/** The status, and what Slack says besides. */
async function respond(body: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { ok, error } = (await response.json()) as { ok: boolean; error?: string };
  return `${response.status} ${ok ? 'ok' : error}`;
}

const type = (user = 'hanako') => slack.command({ user, channel: 'general', text: '' });

beforeEach(async () => {
  slack = await startSlack();
  app = createApp(slack);
  app.command('/meetup', async ({ ack, body }) => {
    url = body.response_url;
    await ack('first');
  });
  await app.start();
  await type();
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

test('is good for five answers', async () => {
  for (const text of ['1', '2', '3', '4', '5']) expect(await respond({ text })).toBe('200 ok');
  expect(await respond({ text: '6' })).toBe('404 used_url');
  expect(slack.seenBy('hanako', 'general')).toEqual(['first', '1', '2', '3', '4', '5']);
});

test('is good for thirty minutes', async () => {
  slack.advance(30 * 60_000 - 1000);
  expect(await respond({ text: 'just in time' })).toBe('200 ok');
  slack.advance(2000);
  expect(await respond({ text: 'late' })).toBe('404 expired_url');
});

test('answers the one who asked, or everybody if it says so', async () => {
  await respond({ text: 'for you' });
  await respond({ text: 'for all', response_type: 'in_channel' });
  expect(slack.seenBy('hanako', 'general')).toEqual(['first', 'for you', 'for all']);
  expect(slack.seenBy('ken', 'general')).toEqual(['for all']);
});

test('replaces what it answered before, and takes it away', async () => {
  await respond({ text: 'searching …' });
  await respond({ text: 'found', replace_original: true });
  expect(slack.seenBy('hanako', 'general')).toEqual(['first', 'found']);
  await respond({ delete_original: true });
  expect(slack.seenBy('hanako', 'general')).toEqual(['first']);
});

test('can not make public what one person alone sees', async () => {
  await respond({ text: 'secret' });
  await respond({ text: 'not so secret', replace_original: true, response_type: 'in_channel' });
  expect(slack.seenBy('ken', 'general')).toEqual([]);
});

test('is held to the limits of every message, and a refusal uses it up, too', async () => {
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
  expect(await respond({ blocks })).toBe('400 invalid_blocks');
  expect(await respond({ markdown_text: '**x**' })).toBe('400 no_text');
  expect(slack.violations.map(({ where, error }) => [where, error])).toEqual([
    ['response_url', 'invalid_blocks'],
    ['response_url', 'no_text'],
  ]);
  for (const text of ['3', '4', '5']) await respond({ text });
  expect(await respond({ text: '6' })).toBe('404 used_url');
});

test('works where the app is no member', async () => {
  await slack.command({ user: 'hanako', channel: 'random', text: '' });
  expect(await respond({ text: 'hello', response_type: 'in_channel' })).toBe('200 ok');
  expect(slack.seenBy('ken', 'random')).toEqual(['hello']);
});
