/** Socket Mode: whatever Slack does with the connection, the bot stays there, and is no nuisance. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import type { Slack } from '../../slack/index.ts';
import { createClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let clock: TestClock;

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  clock = createClock();
});
afterEach(() => connected.stop());

const start = (wishes: Parameters<Connected['start']>[1] = {}) =>
  connected.start(
    botOf(() => say('here')),
    { now: clock.now, timing: clock.timing, ...wishes },
  );

const opened = (): number => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;

const ask = async (): Promise<string> =>
  (await slack.command({ user: 'ken', channel: 'general', text: 'docker' })).text;

/** Another program with the same token. */
async function intrude(): Promise<WebSocket> {
  const headers = { Authorization: `Bearer ${slack.appToken}` };
  const answer = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers });
  const { url } = (await answer.json()) as { url: string };
  const socket = new WebSocket(url);
  await once(socket, 'message');
  return socket;
}

describe('a connection', () => {
  test('that Slack wants to move is replaced before it goes, every time', async () => {
    await start();
    let least = 1;
    const counts = (count: number): boolean => {
      least = Math.min(least, slack.socket.count());
      return slack.socket.count() === count;
    };
    for (let times = 1; times <= 25; times += 1) {
      slack.socket.disconnect(times % 2 === 0 ? 'warning' : 'refresh_requested');
      await slack.until(() => counts(2));
      await slack.until(() => counts(1));
    }
    expect([least, opened()]).toEqual([1, 26]);
    expect(await ask()).toBe('here');
  });

  test('that is cut comes back, and never more than twelve a minute are asked for', async () => {
    await start();
    const began = clock.now().getTime();
    for (let times = 1; times <= 40; times += 1) {
      slack.socket.cut();
      await slack.until(() => opened() === times + 1 && slack.socket.count() === 1);
      expect(opened()).toBeLessThanOrEqual(12 + (12 * (clock.now().getTime() - began)) / 60_000);
    }
    expect(await ask()).toBe('here');
    expect(Math.max(...clock.slept.slice(0, 8))).toBeLessThanOrEqual(6000);
  });

  test.each([
    'null',
    '[]',
    '7',
    'garbage',
    '{}',
    '{"type":null}',
    '{"type":"events_api"}',
    '{"type":"events_api","envelope_id":"e","payload":null}',
    '{"type":"events_api","envelope_id":"e","payload":{"event":{}}}',
    '{"type":"slash_commands","payload":null}',
    '{"type":"interactive"}',
  ])('lives on when it is sent %s', async (frame) => {
    await start();
    slack.socket.raw(frame);
    expect(await ask()).toBe('here');
    expect(opened()).toBe(1);
  });

  test('acknowledges that events are too many', async () => {
    await start();
    const payload = { type: 'app_rate_limited', team_id: 'TMEETUP', minute_rate_limited: 1_518_467_820 };
    await slack.send({ kind: 'events_api', payload, answerable: false, retry: null });
    expect(await ask()).toBe('here');
    expect(connected.logged.map(({ message }) => message)).toContain(
      'Slack sends no more events for a minute: there were too many',
    );
  });

  test('of too many programs is tried ever more rarely, and said to be so once', async () => {
    const others = await Promise.all(Array.from({ length: 10 }, intrude));
    const starting = start();
    await slack.until(() => opened() === 10 + 8);
    others.forEach((socket) => socket.close());
    await starting;
    await slack.socket.connected(1);
    expect(await ask()).toBe('here');
    expect(clock.slept.filter((ms) => ms >= 60_000).length).toBeGreaterThanOrEqual(5);
    expect(connected.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('a connection that Slack greets and sends away, as there are too many', () => {
  test('is wanted once a minute from the third time on, and that is said once', async () => {
    await start();
    for (let times = 1; times <= 20; times += 1) {
      slack.socket.disconnect('too_many_websockets');
      await slack.until(() => slack.socket.count() === 2);
      await slack.until(() => slack.socket.count() === 1);
    }
    expect(clock.slept.filter((ms) => ms >= 60_000)).toHaveLength(18);
    expect(connected.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(await ask()).toBe('here');
  });
});

describe('where there is none to be had', () => {
  test('it is asked for again until Slack is well, and not before Slack wants to be asked', async () => {
    slack.fail('apps.connections.open', { kind: 'status', status: 500 }, 3);
    slack.fail('apps.connections.open', { kind: 'cut' }, 2);
    slack.limit('apps.connections.open', { retryAfter: 45 });
    slack.limit('apps.connections.open');
    await start();
    expect(await ask()).toBe('here');
    const waits = clock.slept.filter((ms) => ms > 0);
    expect(waits.slice(0, 5).every((ms) => ms <= 30_000)).toBe(true);
    expect(waits[5]).toBeGreaterThanOrEqual(45_000);
    expect(waits[6]).toBeGreaterThanOrEqual(30_000);
  });

  test('a request that hangs is given up', async () => {
    slack.hold('apps.connections.open');
    await connected.start(
      botOf(() => say('here')),
      {
        now: clock.now,
        timing: { ...clock.timing, request: 50 },
      },
    );
    expect(await ask()).toBe('here');
  });

  test('a bot that is told to stop stops asking', async () => {
    slack.fail('auth.test', { kind: 'status', status: 503 }, 1000);
    const chat = connected.create();
    const starting = chat.start(botOf(() => say('here')));
    await slack.until(() => slack.calls.length > 0);
    await chat.stop();
    await starting;
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });
});

describe('a connection that is never greeted', () => {
  test('is given up for another one', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    let connections = 0;
    sockets.on('connection', (socket) => {
      connections += 1;
      if (connections === 3) socket.send(JSON.stringify({ type: 'hello' }));
    });
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo;
      request.resume();
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
    });
    server.on('upgrade', (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one)),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const impatient = createClock(50);
    const chat = await connected.start(
      botOf(() => say('here')),
      {
        apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
        now: impatient.now,
        timing: impatient.timing,
      },
    );
    expect(connections).toBe(3);
    await chat.stop();
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
});

describe('the end', () => {
  const failure = async (): Promise<object> => {
    const { code, facts } = await connected.over;
    return { code, facts };
  };

  test('is that Socket Mode is switched off', async () => {
    await start();
    slack.socket.disconnect('link_disabled');
    expect(await failure()).toEqual({ code: 'slack-socket-off', facts: {} });
    expect(opened()).toBe(1);
  });

  test('is that the token of the app is revoked', async () => {
    await start();
    slack.refuseToken('app', 'token_revoked');
    slack.socket.cut();
    const facts = { name: 'SLACK_APP_TOKEN', reason: 'token_revoked' };
    expect(await failure()).toEqual({ code: 'slack-token', facts });
    expect(opened()).toBe(2);
  });

  test('is that the token of the bot is revoked, whichever call is the first to hear of it', async () => {
    await start();
    slack.refuseToken('bot', 'token_revoked');
    await slack.command({ user: 'ken', channel: 'general', text: 'buildkit' });
    const facts = { name: 'SLACK_BOT_TOKEN', reason: 'token_revoked' };
    expect(await failure()).toEqual({ code: 'slack-token', facts });
  });

  test('is that the token is of a workspace that the community does not list', async () => {
    const settings = async () => ({
      locale: 'ja' as const,
      organisers: [],
      workspaces: ['TOTHER', '81384788'],
    });
    await expect(start({ settings })).rejects.toMatchObject({
      code: 'slack-workspace',
      facts: { team: 'TMEETUP' },
    });
    expect(opened()).toBe(0);
  });

  test('is that the app is uninstalled', async () => {
    await start();
    await slack.uninstall();
    const facts = { name: 'SLACK_BOT_TOKEN', reason: 'token_revoked' };
    expect(await failure()).toEqual({ code: 'slack-token', facts });
  });

  test.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'comes at the start where Slack says %s',
    async (reason) => {
      slack.refuseToken('bot', reason);
      await expect(start()).rejects.toMatchObject({
        code: 'slack-token',
        facts: { name: 'SLACK_BOT_TOKEN', reason },
      });
    },
  );
});
