/** The outbox with the real Slack chat: whatever Slack does with an attempt, a letter stands there once or not at all. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Letter, Settled } from '../../src/outbox/letter.ts';
import type { Chat, Person } from '../../src/port.ts';
import { logInto } from '../adapters/bot.ts';
import type { Logged } from '../adapters/bot.ts';
import { botOf, openSlack, say } from '../adapters/slack/connected.ts';
import type { Connected } from '../adapters/slack/connected.ts';
import type { Slack } from '../slack/index.ts';
import { general, letterOf, waiting, write } from './letter.ts';

const minute = 60_000;

let connected: Connected;
let slack: Slack;
let chat: Chat;
let passed: number;
let told: [key: string, became: string][];
let logged: Logged[];

const now = (): Date => new Date(Date.now() + passed);

const start = async (): Promise<void> => {
  chat = await connected.start(
    botOf(() => say('')),
    { now },
  );
};

beforeEach(async () => {
  [passed, told, logged] = [0, [], []];
  connected = await openSlack();
  ({ slack } = connected);
  await start();
});
afterEach(() => connected.stop());

const hanako: Person = { id: 'UHANAKO', name: 'hanako', organiser: false, guest: false };

const put = (...letters: readonly Letter[]): Promise<void> => write(connected.state, ...letters);

/** Rounds, one every minute. */
async function rounds(count = 1): Promise<void> {
  const outbox = {
    state: connected.state,
    chats: new Map([['slack', chat]]),
    now,
    log: logInto(logged),
    owner: 'me',
    told: async ({ key }: Letter, settled: Settled): Promise<void> =>
      void told.push([key, settled.status === 'refused' ? settled.reason : settled.status]),
  };
  for (let each = 0; each < count; each += 1) {
    await deliver(outbox, new AbortController().signal);
    passed += minute;
  }
}

const seen = (channel = 'general'): readonly string[] => slack.seenBy('hanako', channel);
const left = async (): Promise<readonly string[]> => (await waiting(connected.state)).map(({ key }) => key);

describe('a letter', () => {
  test('stands in its channel, or before its person, once, however many rounds go by', async () => {
    await put(letterOf('a'), letterOf('b', { to: hanako }));
    await rounds(3);
    expect([seen(), seen('dm'), await left()]).toEqual([['Letter a'], ['Letter b'], []]);
  });

  test('is put off for as long as Slack says', async () => {
    slack.limit('chat.postMessage', { retryAfter: 150 });
    await put(letterOf('a'));
    await rounds(3);
    expect([seen(), await left()]).toEqual([[], ['a']]);
    await rounds();
    expect([seen(), await left()]).toEqual([['Letter a'], []]);
  });

  test('to someone who never talked with the bot comes also after it has been put off', async () => {
    slack.limit('chat.postMessage', { retryAfter: 30 });
    await put(letterOf('a', { to: hanako }));
    await rounds(2);
    expect([seen('dm'), await left()]).toEqual([['Letter a'], []]);
  });

  test.each([
    ['is_archived', 'CATTIC'],
    ['not_in_channel', 'CRANDOM'],
  ])('for a channel that does not take it is dropped: %s', async (reason, channel) => {
    await put(letterOf('a', { to: { ...general, channel } }));
    await rounds(2);
    expect([told, await left()]).toEqual([[['a', reason]], []]);
    const asked = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(asked).toHaveLength(1);
  });

  test.each([{ kind: 'lost' }, { kind: 'cut' }, { kind: 'status', status: 502 }] as const)(
    'of which nobody knows is looked for, and stands there once: %j',
    async (fault) => {
      slack.fail('chat.postMessage', fault);
      await put(letterOf('a'));
      await rounds();
      expect(await left()).toEqual(['a']);
      await rounds(2);
      expect([seen(), await left(), told]).toEqual([['Letter a'], [], [['a', 'posted']]]);
    },
  );

  test('of which nobody knows is not repeated as long as the history can not be read', async () => {
    slack.fail('chat.postMessage', { kind: 'lost' });
    slack.fail('conversations.history', { kind: 'error', error: 'fatal_error' }, 2);
    await put(letterOf('a'));
    await rounds(8);
    expect([seen(), await left(), told]).toEqual([['Letter a'], [], [['a', 'posted']]]);
  });

  test('is found again by the next process, which knows nothing of the attempt', async () => {
    slack.fail('chat.postMessage', { kind: 'lost' });
    await put(letterOf('a'));
    await rounds();
    await chat.stop();
    await start();
    await rounds(2);
    expect([seen(), await left()]).toEqual([['Letter a'], []]);
  });

  test('that could not be posted in time is not posted later', async () => {
    slack.limit('chat.postMessage', { retryAfter: 600 });
    await put(letterOf('a', { until: new Date(Date.now() + 5 * minute).toISOString() }));
    await rounds(15);
    expect([seen(), await left(), told]).toEqual([[], [], [['a', 'late']]]);
    expect(logged.map(({ message }) => message)).toEqual(['a message could not be posted in time']);
  });
});
