/** Socket Mode: connections and how they end, what is told again, and who is late. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { SocketModeReceiver } from '@slack/bolt';
import { WebSocket } from 'ws';
import { createApp, silent } from './bolt.ts';
import type { Client } from './frames.ts';
import { connect, ticket } from './frames.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';

let slack: Slack;

const idOf = (client: Client, index: number): unknown => client.frames[index]?.['envelope_id'];

beforeEach(async () => {
  slack = await startSlack({ deadline: 100 });
});

afterEach(() => slack.stop());

describe('connections', () => {
  test('are greeted, and their address is good for one', async () => {
    const client = await connect(slack);
    expect(client.frames[0]).toMatchObject({ type: 'hello', num_connections: 1 });
    const url = await ticket(slack);
    const first = new WebSocket(url);
    await new Promise((resolve) => {
      first.once('message', resolve);
    });
    const second = new WebSocket(url);
    const error = await new Promise((resolve) => {
      second.once('error', resolve);
    });
    expect(String(error)).toContain('403');
  });

  test('are ten at most: the eleventh is told so', async () => {
    await Promise.all(Array.from({ length: 10 }, () => connect(slack)));
    expect(slack.socket.count()).toBe(10);
    const eleventh = await connect(slack);
    expect(eleventh.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(slack.socket.count()).toBe(10);
  });

  test('take turns: each envelope goes to one of them', async () => {
    const clients = [await connect(slack), await connect(slack)];
    const sent = ['one', 'two'].map((text) =>
      slack.command({ user: 'ken', channel: 'general', text }).catch(() => null),
    );
    await Promise.all(clients.map((client) => client.has(2)));
    expect(clients.map(({ frames }) => frames.length)).toEqual([2, 2]);
    await Promise.all(sent);
  });

  test('need an app token that is still good', async () => {
    slack.refuseToken('app', 'invalid_auth');
    const app = createApp(slack);
    await expect(app.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  });
});

describe('acknowledgements', () => {
  test('count only if they name an envelope that waits', async () => {
    const client = await connect(slack);
    client.send({ envelope_id: 'nonsense', payload: {} });
    await slack.until(() => slack.violations.length > 0);
    expect(slack.violations[0]).toMatchObject({ where: 'socket' });
  });

  test('that do not come make an event come again: at once, after a minute, after five minutes', async () => {
    const client = await connect(slack);
    const said = slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    await expect(said).rejects.toMatchObject({ reason: 'timeout' });
    slack.advance(60_000);
    await client.has(4);
    slack.advance(300_000);
    await client.has(5);
    const tries = client.frames.slice(1).map((frame) => [frame['retry_attempt'], frame['retry_reason']]);
    expect(tries).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    const events = client.frames.slice(1).map((frame) => (frame['payload'] as { event_id: string }).event_id);
    expect(new Set(events).size).toBe(1);
  });

  test('of the second try are as good as those of the first', async () => {
    const client = await connect(slack);
    const said = slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    await client.has(3);
    client.send({ envelope_id: idOf(client, 2), payload: {} });
    await expect(said).resolves.toMatchObject({ text: 'hello' });
  });

  test('can not come over a connection that broke', async () => {
    const client = await connect(slack);
    const asked = slack.command({ user: 'ken', channel: 'general', text: '' });
    await client.has(2);
    slack.socket.cut();
    await expect(asked).rejects.toMatchObject({ reason: 'connection_failed' });
  });
});

describe('Bolt', () => {
  let app: App;

  afterEach(() => app.stop());

  const start = async (): Promise<void> => {
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logger: silent,
      clientPingTimeout: 20,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    });
    app = createApp(slack, { receiver, socketMode: false });
    app.command('/meetup', async ({ ack }) => ack('here'));
    await app.start();
  };

  /** What it answers as soon as it is connected. */
  const answered = async (): Promise<string> => {
    await slack.socket.connected(1);
    return (await slack.command({ user: 'ken', channel: 'general', text: '' })).text;
  };

  test.each(['warning', 'refresh_requested', 'link_disabled'] as const)(
    'comes back after it was told to go: %s',
    async (reason) => {
      await start();
      slack.socket.disconnect(reason);
      await slack.socket.connected(0);
      expect(await answered()).toBe('here');
    },
  );

  test('comes back after its connection was cut', async () => {
    await start();
    slack.socket.cut();
    await slack.socket.connected(0);
    expect(await answered()).toBe('here');
  });

  test('overlooks frames that are no JSON', async () => {
    await start();
    slack.socket.raw('{ "type": ');
    expect(await answered()).toBe('here');
  });

  test('is told of the same event more than once under one event_id', async () => {
    const ids: string[] = [];
    await start();
    app.event('app_mention', async ({ body }) => {
      ids.push(body.event_id);
    });
    await slack.event(
      'app_mention',
      { type: 'app_mention', user: 'UKEN', channel: 'CGENERAL', text: 'x' },
      4,
    );
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
  });
});

test('Slack says that an app gets too many events by a frame without an event', async () => {
  const client = await connect(slack);
  slack.socket.tellRateLimited();
  await client.has(2);
  expect(client.frames[1]).toMatchObject({ type: 'events_api', payload: { type: 'app_rate_limited' } });
  expect(client.frames[1]?.['payload']).not.toHaveProperty('event');
});
