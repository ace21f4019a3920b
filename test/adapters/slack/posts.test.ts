/** What the bot says of its own accord: once for each key, whatever Slack does with the attempt. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat, Place, State } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { createClock } from './clock.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let chat: Chat;

beforeEach(async () => {
  connected = await openSlack({ pageSize: 5 });
  ({ slack } = connected);
  chat = await start();
});
afterEach(() => connected.stop());

const start = (): Promise<Chat> => {
  const { now, timing } = createClock();
  return connected.start(
    botOf(() => say('')),
    { now, timing },
  );
};

const general: Place = { platform: 'slack', workspace: 'TMEETUP', channel: 'CGENERAL', visibility: 'public' };
const hanako = { id: 'UHANAKO', name: 'hanako', organiser: false, guest: false };

const post = (key = 'digest/48', since?: Date, to: Place | typeof hanako = general) =>
  chat.post(to, say(`Digest of ${key}`), { key, ...(since && { since }) });

/** How often it stands there. */
const standing = (key = 'digest/48'): number => {
  // Their conversation with the bot begins when somebody looks.
  slack.seenBy('hanako', 'dm');
  return [...slack.messages('general'), ...slack.messages('DHANAKO')].filter(
    ({ metadata }) => metadata?.event_payload['key'] === key,
  ).length;
};

/** Nothing is remembered of what was posted, as after a crash. */
async function forget(): Promise<void> {
  for (const { key, version } of await connected.state.list('slack-post'))
    await connected.state.put({ kind: 'slack-post', key, version, value: null });
}

describe('a post', () => {
  test('stands in the channel, with its key, and without cards for its links', async () => {
    const posted = await post();
    const [message] = slack.messages('general');
    expect(posted).toEqual({ status: 'posted', ref: `CGENERAL/${message?.ts}` });
    expect(message?.metadata).toEqual({ event_type: 'meetup_post', event_payload: { key: 'digest/48' } });
    const call = slack.calls.find(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('stands in a thread where it is to', async () => {
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'notes?' });
    await post('notes/1', undefined, { ...general, thread: first.ts });
    expect(slack.messages('general').at(-1)?.thread).toBe(first.ts);
  });

  test('asked for twice at the same time is posted once', async () => {
    const [one, other] = await Promise.all([post(), post()]);
    expect([one, standing()]).toEqual([other, 1]);
  });

  test('is known also to the next process', async () => {
    const posted = await post();
    await chat.stop();
    chat = await start();
    expect([await post(), standing()]).toEqual([posted, 1]);
  });

  test.each([
    ['is_archived', 'CATTIC'],
    ['not_in_channel', 'CRANDOM'],
    ['channel_not_found', 'CNOWHERE'],
  ])('that can not be is refused: %s', async (reason, channel) => {
    expect(await post('digest/48', undefined, { ...general, channel })).toEqual({
      status: 'refused',
      reason,
    });
  });

  test.each([
    [30, undefined],
    [17, 17],
    [30, 0],
    [30, -1],
    [3600, 3600],
    [30, 'soon'],
  ])('that is too much for Slack is put off by %s s where it says %s', async (seconds, retryAfter) => {
    const before = Date.now();
    slack.limit('chat.postMessage', retryAfter === undefined ? {} : { retryAfter });
    const posted = await post();
    if (posted.status !== 'later') throw new Error(posted.status);
    const wait = posted.after.getTime() - before;
    expect(Math.abs(wait - seconds * 1000)).toBeLessThan(2000);
    expect(standing()).toBe(0);
  });

  test('is not even tried while Slack fails, and is let through again after a while', async () => {
    await chat.stop();
    const { now, timing } = createClock();
    const rest = 200;
    chat = await connected.start(
      botOf(() => say('')),
      { now, timing: { ...timing, rest } },
    );
    slack.fail('chat.postMessage', { kind: 'status', status: 503 }, 5);
    const failed = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => post(key)));
    expect(failed.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'unsure'));
    const asked = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    const before = asked();
    expect(await post('f')).toMatchObject({ status: 'later' });
    expect(asked()).toBe(before);
    let again = await post('f');
    while (again.status === 'later') again = await post('f');
    expect(again.status).toBe('posted');
    expect(standing('f')).toBe(1);
  });

  test('is put off until the date that Slack says', async () => {
    const after = new Date(Math.ceil(Date.now() / 1000) * 1000 + 120_000);
    slack.limit('chat.postMessage', { retryAfter: after.toUTCString() });
    const posted = await post();
    expect(posted.status === 'later' && posted.after.getTime()).toBeGreaterThanOrEqual(after.getTime());
  });
});

describe('an attempt of which nobody knows what became of it', () => {
  test.each([
    { kind: 'lost' },
    { kind: 'cut' },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 502 },
    { kind: 'status', status: 200 },
    { kind: 'error', error: 'internal_error' },
    { kind: 'error', error: 'fatal_error' },
  ] as const)('says so and is not repeated: %j', async (fault) => {
    slack.fail('chat.postMessage', fault);
    expect(await post()).toEqual({ status: 'unsure' });
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('is given up where Slack does not answer at all', async () => {
    await chat.stop();
    chat = await connected.start(
      botOf(() => say('')),
      { timing: { request: 50 } },
    );
    const answer = slack.hold('chat.postMessage');
    expect(await post()).toEqual({ status: 'unsure' });
    answer();
  });

  test('is looked for, and found', async () => {
    const since = new Date();
    slack.fail('chat.postMessage', { kind: 'lost' });
    await post();
    for (let more = 0; more < 12; more += 1)
      await slack.post({ user: 'ken', channel: 'general', text: `later ${more}` });
    expect(await post('digest/48', since)).toMatchObject({ status: 'posted' });
    expect(standing()).toBe(1);
  });

  test('is looked for, and made where it is not there', async () => {
    const since = new Date();
    slack.fail('chat.postMessage', { kind: 'cut' });
    await post();
    expect(await post('digest/48', since)).toMatchObject({ status: 'posted' });
    expect(standing()).toBe(1);
  });

  test('in a thread is looked for there', async () => {
    const since = new Date();
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'notes?' });
    slack.fail('chat.postMessage', { kind: 'lost' });
    const place = { ...general, thread: first.ts };
    await post('notes/1', undefined, place);
    expect(await post('notes/1', since, place)).toMatchObject({ status: 'posted' });
    expect(standing('notes/1')).toBe(1);
  });

  test('to a person is looked for in their conversation with the bot', async () => {
    const since = new Date();
    await post('remind/1', undefined, hanako);
    await forget();
    expect(await post('remind/1', since, hanako)).toMatchObject({ status: 'posted' });
    expect(standing('remind/1')).toBe(1);
    expect(await post('remind/2', since, { ...hanako, id: 'UKEN' })).toEqual({ status: 'unsure' });
  });

  test('is not made again where the history can not be read', async () => {
    const since = new Date();
    slack.fail('conversations.history', { kind: 'error', error: 'missing_scope' });
    expect(await post('digest/48', since)).toEqual({ status: 'unsure', unreadable: true });
    expect(standing()).toBe(0);
  });

  test('waits for a history that Slack has slowed down', async () => {
    slack.limit('conversations.history', { retryAfter: 20 });
    slack.limit('conversations.history');
    expect(await post('digest/48', new Date())).toMatchObject({ status: 'posted' });
  });
});

describe('what was posted', () => {
  test('stands there also if that can not be written down', async () => {
    const state: State = {
      ...connected.state,
      put: async () => {
        throw new Error('the disk is full');
      },
    };
    await chat.stop();
    chat = await connected.start(
      botOf(() => say('')),
      { state },
    );
    expect(await post()).toMatchObject({ status: 'posted' });
  });

  test.each([
    ['message_not_found', 'CGENERAL/1.000001'],
    ['message_not_found', '../secret'],
    ['channel_not_found', 'CNOWHERE/1.000001'],
  ])('and is gone can not be edited: %s', async (reason, ref) => {
    expect(await chat.edit(ref, say('x'))).toEqual({ status: 'refused', reason });
  });

  test('keeps its key when it is edited', async () => {
    const posted = await post();
    if (posted.status !== 'posted') throw new Error(posted.status);
    await chat.edit(posted.ref, say('otherwise'));
    expect([standing(), slack.seenBy('ken', 'general')]).toEqual([1, ['otherwise']]);
  });
});
