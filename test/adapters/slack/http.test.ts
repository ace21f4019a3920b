/** HTTP mode: only Slack is heard, and each request of it once. */
import { request } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Call } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { botOf, lineOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];
let port: number;

/** One that is free. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: found } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return found;
}

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  calls = [];
  port = await freePort();
  const way = { signingSecret: slack.signingSecret, port, host: '127.0.0.1' };
  await connected.start(
    botOf((call) => say(`answer to ${lineOf(call)}`), calls),
    { way },
  );
  slack.deliverTo(url());
});
afterEach(() => connected.stop());

const url = (path = '/slack/events'): string => `http://127.0.0.1:${port}${path}`;

const body = (text: string): string =>
  new URLSearchParams({
    command: '/meetup',
    text,
    team_id: 'TMEETUP',
    channel_id: 'CGENERAL',
    channel_name: 'general',
    user_id: 'UHANAKO',
    api_app_id: 'AMEETUP',
    response_url: 'http://127.0.0.1:1/',
  }).toString();

/** Resolves to the status. */
async function send(text: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded', Connection: 'close' };
  const answer = await fetch(url(), { method: 'POST', headers: { ...type, ...headers }, body: body(text) });
  await answer.text();
  return answer.status;
}

const minutes = (count: number): number => Date.now() + count * 60_000;

describe('a request', () => {
  test('of Slack is answered', async () => {
    const answer = await slack.command({ user: 'hanako', channel: 'general', text: 'docker' });
    expect(answer.text).toBe('answer to docker');
    expect((await slack.ask({ user: 'ken', channel: 'general', text: '@meetup rancher' })).text).toBe(
      'answer to rancher',
    );
    expect(await slack.verifyUrl(url())).toBe(true);
  });

  test.each([-6, -60, 6, 60])('from %i minutes from now is refused', async (count) => {
    expect(await send('docker', slack.sign(body('docker'), minutes(count)))).toBe(401);
    expect(calls).toEqual([]);
  });

  test.each([-4, 4])('whose clock is %i minutes away is heard', async (count) => {
    expect(await send('docker', slack.sign(body('docker'), minutes(count)))).toBe(200);
    await slack.sees({ user: 'hanako', text: 'answer to docker' });
    expect(calls).toHaveLength(1);
  });

  test('that is sent again by somebody who saw it is handled once', async () => {
    const headers = slack.sign(body('docker'));
    expect([await send('docker', headers), await send('docker', headers)]).toEqual([200, 200]);
    expect(await send('rancher', slack.sign(body('rancher')))).toBe(200);
    await slack.sees({ user: 'hanako', text: 'answer to rancher' });
    expect(calls.map(lineOf)).toEqual(['docker', 'rancher']);
  });

  test.each([
    ['has no signature', () => ({})],
    ['has the signature of another body', () => slack.sign(body('rancher'))],
    ['has no time', () => ({ 'X-Slack-Signature': 'v0=00' })],
    ['has a strange time', () => ({ ...slack.sign(body('docker')), 'X-Slack-Request-Timestamp': 'now' })],
    ['has a signature of nothing', () => ({ ...slack.sign(body('docker')), 'X-Slack-Signature': 'v0=' })],
  ])('that %s is refused', async (_what, headers) => {
    expect(await send('docker', headers())).toBe(401);
    expect(calls).toEqual([]);
  });

  test.each(['/', '/healthz', '/readyz', '/metrics', '/slack/events/x', '/slack/install'])(
    'for %s finds nothing: it is for Slack alone',
    async (path) => {
      const answer = await fetch(url(path), { headers: { Connection: 'close' } });
      expect([answer.status, await answer.text()]).toEqual([404, '']);
    },
  );

  test('with a host that is none does no harm', async () => {
    const status = await new Promise((resolve, reject) => {
      const strange = request(url(), { path: '//', headers: { Host: '', Connection: 'close' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      strange.on('error', reject).end();
    });
    expect(status).toBe(404);
    expect(await send('docker', slack.sign(body('docker')))).toBe(200);
  });
});

test('a port that is taken is said to be', async () => {
  const way = { signingSecret: slack.signingSecret, port, host: '127.0.0.1' };
  await expect(
    connected.start(
      botOf(() => say('')),
      { way },
    ),
  ).rejects.toMatchObject({ code: 'slack-port-taken', facts: { port } });
});
