/** What stands below a message of the bot's: in its thread, once, and not in the channel as well. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat, Place } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { createClock } from './clock.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let chat: Chat;
/** Of the summary. */
let ref: string;

const general: Place = { platform: 'slack', workspace: 'TMEETUP', channel: 'CGENERAL', visibility: 'public' };

const refOf = async (posted: ReturnType<Chat['post']>): Promise<string> => {
  const became = await posted;
  if (became.status !== 'posted') throw new Error(became.status);
  return became.ref;
};

beforeEach(async () => {
  connected = await openSlack({ pageSize: 5 });
  ({ slack } = connected);
  const { now, timing } = createClock();
  chat = await connected.start(
    botOf(() => say('')),
    { now, timing },
  );
  ref = await refOf(chat.post(general, say('In short'), { key: 'digest' }));
});
afterEach(() => connected.stop());

const below = (since?: Date, to: Place = general) =>
  chat.post(to, say('At length'), { key: 'details', below: ref, ...(since && { since }) });

/** In which thread it stands, each time that it does. */
const standing = (): readonly (string | null)[] =>
  slack
    .messages('general')
    .filter(({ metadata }) => metadata?.event_payload['key'] === 'details')
    .map(({ thread }) => thread);

const tsOf = (of: string): string => of.split('/')[1] ?? '';

describe('what stands below a message', () => {
  test('is in its thread, and not sent to the channel as well', async () => {
    await refOf(below());
    expect(standing()).toEqual([tsOf(ref)]);
    const { args } = slack.calls.findLast(({ method }) => method === 'chat.postMessage') ?? {};
    expect(args).toMatchObject({ thread_ts: tsOf(ref) });
    expect(args).not.toHaveProperty('reply_broadcast');
  });

  test('is in the same thread where the message stands in one', async () => {
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'docker?' });
    const there = { ...general, thread: first.ts };
    ref = await refOf(chat.post(there, say('In short'), { key: 'digest in a thread' }));
    await refOf(below(undefined, there));
    expect(standing()).toEqual([first.ts]);
  });

  test.each([{ kind: 'lost' }, { kind: 'cut' }] as const)('is there once: %j', async (fault) => {
    const began = new Date();
    slack.fail('chat.postMessage', fault);
    expect(await below()).toEqual({ status: 'unsure' });
    await refOf(below(began));
    expect(standing()).toEqual([tsOf(ref)]);
  });
});

describe('a look', () => {
  test.each(['missing_scope', 'not_in_channel', 'channel_not_found'])(
    'that Slack never allows is of no use: %s',
    async (error) => {
      slack.fail('conversations.replies', { kind: 'error', error });
      expect(await below(new Date())).toEqual({ status: 'unsure', unreadable: true });
      expect(standing()).toEqual([]);
    },
  );

  test.each(['fatal_error', 'invalid_cursor'])('that fails otherwise may be repeated: %s', async (error) => {
    slack.fail('conversations.replies', { kind: 'error', error });
    expect(await below(new Date())).toEqual({ status: 'unsure' });
    expect(standing()).toEqual([]);
  });

  test('into a channel that is closed finds nothing: Slack refuses to post there', async () => {
    slack.fail('conversations.history', { kind: 'error', error: 'is_archived' });
    const attic = { ...general, channel: 'CATTIC' };
    const late = { key: 'late', since: new Date() };
    expect(await chat.post(attic, say('x'), late)).toEqual({ status: 'refused', reason: 'is_archived' });
  });
});
