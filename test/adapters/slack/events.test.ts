/** Events: written down, then acknowledged, then handled, each once, whatever becomes of the process. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { App } from '@slack/bolt';
import type { Options } from '../../../adapters/slack/options.ts';
import type { Call, State } from '../../../src/port.ts';
import { silent } from '../../slack/bolt.ts';
import type { Slack } from '../../slack/index.ts';
import { createClock } from './clock.ts';
import { botOf, lineOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];

beforeEach(async () => {
  connected = await openSlack({ deadline: 500 });
  ({ slack } = connected);
  calls = [];
});
afterEach(() => connected.stop());

const start = (options: Partial<Options> = {}) =>
  connected.start(
    botOf((call) => say(`answer to ${lineOf(call)}`), calls),
    options,
  );

const mention = (event: object = {}) => ({
  type: 'app_mention',
  channel: 'CGENERAL',
  user: 'UKEN',
  text: '<@UMEETUP> docker',
  ts: '1700000000.000100',
  event_ts: '1700000000.000100',
  ...event,
});

const told = (extra: object) => ({
  kind: 'events_api' as const,
  answerable: false,
  retry: null,
  payload: { type: 'event_callback', team_id: 'TMEETUP', api_app_id: 'AMEETUP', ...extra },
});

/** What is written down of events. */
const written = async (): Promise<readonly { state: string; attempts: number; body: unknown }[]> =>
  (await connected.state.list('slack-event')).map(
    ({ value }) => value as { state: string; attempts: number; body: unknown },
  );

const settled = async (state: string): Promise<void> => {
  while ((await written()).some((entry) => entry.state !== state)) await slack.until(() => true);
};

/** Messages of the bot, as everyone sees them. */
const answers = (): readonly string[] =>
  slack.seenBy('ken', 'general').filter((text) => text.startsWith('answer'));

describe('an event', () => {
  test('is handled once, however often it is told', async () => {
    await start();
    const { ts } = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    await slack.event('app_mention', mention({ ts, event_ts: ts }), 4);
    await slack.sees({ user: 'ken', text: 'answer to docker' });
    await settled('done');
    expect(calls).toHaveLength(1);
    expect(answers()).toEqual(['answer to docker']);
  });

  test('is handled once also by another process, later', async () => {
    const { ts } = await slack.post({ user: 'ken', channel: 'general', text: 'hello' }).catch(() => {
      const [message] = slack.messages('general');
      if (!message) throw new Error('nothing was said');
      return message;
    });
    const envelope = told({ event_id: 'Ev1', event: mention({ ts, event_ts: ts }) });
    const first = await start();
    await slack.send(envelope);
    await slack.sees({ user: 'ken', text: 'answer to docker' });
    await first.stop();
    await start();
    await slack.send({ ...envelope, retry: { attempt: 1, reason: 'timeout' } });
    await settled('done');
    expect(calls).toHaveLength(1);
  });

  test('without an id is known by its place and time', async () => {
    await start();
    const { ts } = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    const envelope = told({ event: mention({ ts, event_ts: ts }) });
    await slack.send(envelope);
    await slack.send(envelope);
    await settled('done');
    expect(calls).toHaveLength(1);
  });

  test('of a channel that two workspaces share is one, though each of them tells it', async () => {
    await start();
    const { ts } = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    const event = mention({ ts, event_ts: ts });
    await slack.send(told({ event_id: 'Ev5', event }));
    await slack.send(told({ event_id: 'Ev6', team_id: 'TOTHER', event }));
    await settled('done');
    expect(calls).toHaveLength(1);
  });

  test('leaves nothing behind of what was said', async () => {
    await start();
    await slack.ask({ user: 'ken', channel: 'general', text: '@meetup a secret' });
    await settled('done');
    expect(JSON.stringify(await written())).not.toContain('secret');
  });

  test('that can not be written down is not acknowledged, so that Slack tells it again', async () => {
    const state: State = {
      ...connected.state,
      transaction: async () => {
        throw new Error('the disk is full');
      },
    };
    await start({ state });
    await expect(slack.send(told({ event_id: 'Ev2', event: mention() }))).rejects.toThrow('timeout');
    expect(calls).toEqual([]);
  });

  test('that is too long to be written down is handled all the same', async () => {
    await start();
    const { ts } = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    const event = mention({ ts, event_ts: ts, filler: 'x'.repeat(300_000) });
    await slack.send(told({ event_id: 'Ev3', event }));
    await slack.sees({ user: 'ken', text: 'answer to docker' });
    expect(calls).toHaveLength(1);
  });
});

describe('a process that dies', () => {
  const keyOf = (ts: string): string => `AMEETUP CGENERAL ${ts} app_mention`;

  /** It was told of an event, and wrote it down; more did not come to pass. */
  async function died({ attempts = 1, event = mention(), at = new Date() } = {}): Promise<void> {
    const key = keyOf(event.ts);
    const { payload: body } = told({ event_id: 'Ev9', event });
    const value = { state: 'new', at: at.toISOString(), attempts, body };
    await connected.state.put({ kind: 'slack-event', key, version: null, value });
  }

  const said = async (): Promise<string> => {
    const app = await connected.start(botOf(() => say('')));
    const { ts } = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    await app.stop();
    return ts;
  };

  test('leaves what the next one does', async () => {
    const ts = await said();
    await died({ event: mention({ ts, event_ts: ts }) });
    await start();
    await slack.sees({ user: 'ken', text: 'answer to docker' });
    await settled('done');
    expect(calls).toHaveLength(1);
  });

  test('after it has answered does not make the next one answer again', async () => {
    const ts = await said();
    const other = new App({
      token: slack.botToken,
      signingSecret: 'x',
      logger: silent,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
    await other.client.chat.postMessage({
      channel: 'CGENERAL',
      thread_ts: ts,
      text: 'answer to docker',
      metadata: { event_type: 'meetup_post', event_payload: { key: keyOf(ts) } },
    });
    await died({ event: mention({ ts, event_ts: ts }) });
    await start();
    await settled('done');
    expect([calls.length, answers()]).toEqual([1, ['answer to docker']]);
  });

  test('three times of the same event has it put aside, and says so', async () => {
    await died({ attempts: 3 });
    await start();
    await settled('parked');
    expect(calls).toEqual([]);
    expect(connected.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('long ago leaves nothing', async () => {
    const clock = createClock();
    await died({ at: new Date(clock.now().getTime() - 25 * 3_600_000) });
    await start();
    await settled('gone');
    expect(calls).toEqual([]);
  });
});

describe('a handler that always fails', () => {
  test('is tried three times', async () => {
    const state: State = {
      ...connected.state,
      get: async (kind, key) => {
        if (kind === 'slack-post') throw new Error('this record can not be read');
        return connected.state.get(kind, key);
      },
    };
    await start({ state });
    await slack.send(told({ event_id: 'Ev4', event: mention() }));
    await settled('parked');
    expect([calls.length, (await written()).map(({ attempts }) => attempts)]).toEqual([3, [3]]);
  });
});

describe('a burst', () => {
  test('of 5,000 envelopes is acknowledged within three seconds', async () => {
    await connected.stop();
    connected = await openSlack();
    ({ slack } = connected);
    await start();
    const event = { type: 'member_joined_channel', user: 'UKEN', channel: 'CGENERAL' };
    const all = Array.from({ length: 5000 }, (_, index) =>
      slack.send(told({ event_id: `Ev${index}`, event: { ...event, event_ts: `${index}.1` } })),
    );
    const slowest = Math.max(...(await Promise.all(all)).map(({ ms }) => ms));
    expect(slowest).toBeLessThan(3000);
    await settled('done');
  });
});
