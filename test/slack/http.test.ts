/** HTTP mode: the same payloads as signed requests that the real Bolt verifies. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { App, HTTPReceiver } from '@slack/bolt';
import { silent } from './bolt.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';

let slack: Slack;
let app: App;
let url: string;

beforeEach(async () => {
  slack = await startSlack({ deadline: 300 });
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    logger: silent,
    unhandledRequestTimeoutMillis: 400,
  });
  app = new App({
    token: slack.botToken,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  const server = (await app.start(0)) as { address(): unknown };
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.deliverTo(url);
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

test('the address is proven before anything is sent there', async () => {
  expect(await slack.verifyUrl(url)).toBe(true);
});

test('commands, buttons and events arrive as by Socket Mode', async () => {
  app.command('/meetup', async ({ ack }) =>
    ack({
      text: 'x',
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
        },
      ],
    }),
  );
  app.action('go', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'gone', replace_original: true });
  });
  app.event('app_mention', async ({ say }) => {
    await say('yes?');
  });
  const answer = await slack.command({ user: 'ken', channel: 'general', text: '' });
  expect((await slack.press({ user: 'ken', on: answer, button: 'Go' })).text).toBe('gone');
  expect((await slack.ask({ user: 'ken', channel: 'general', text: '@meetup' })).text).toBe('yes?');
});

describe('a signature', () => {
  const send = async (body: string, signed: Readonly<Record<string, string>>): Promise<number> => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...signed },
    });
    return response.status;
  };
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });

  test('proves that it was Slack, for this body and this time', async () => {
    expect(await send(body, slack.sign(body))).toBe(200);
    expect(await send(body, slack.sign(`${body} `))).toBe(401);
    expect(await send(body, slack.sign(body, Date.now() - 6 * 60_000))).toBe(401);
  });
});

test('an event that was answered with an error comes again, and its headers say why', async () => {
  const answers = [500, 200];
  const seen: unknown[] = [];
  const server = createServer((request, response) => {
    seen.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
    response.writeHead(answers[seen.length - 1] ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
  expect(seen).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
  ]);
  server.close();
});

test('a command that nobody answers in time, or at all, is not acknowledged', async () => {
  app.command('/meetup', async () => undefined);
  await expect(slack.command({ user: 'ken', channel: 'general', text: '' })).rejects.toMatchObject({
    reason: 'timeout',
  });
  slack.deliverTo('http://127.0.0.1:1/');
  await expect(slack.command({ user: 'ken', channel: 'general', text: '' })).rejects.toMatchObject({
    reason: 'connection_failed',
  });
});
