/** What is edited or deleted in channels reaches the core; all else that is said there is not written down, and nobody is asked about it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Call, State } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];
/** Everything that was written into State. */
let written: number;

const counted = (state: State): State => ({
  ...state,
  put: (change) => {
    written += 1;
    return state.put(change);
  },
  transaction: (work) => {
    written += 1;
    return state.transaction(work);
  },
});

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  calls = [];
  await connected.start(
    botOf(() => say(''), calls),
    { state: counted(connected.state) },
  );
  written = 0;
});
afterEach(() => connected.stop());

const general = { platform: 'slack', workspace: 'TMEETUP', channel: 'CGENERAL', visibility: 'public' };
const post = (text: string, thread?: Awaited<ReturnType<Slack['post']>>) =>
  slack.post({ user: 'ken', channel: 'general', text, ...(thread && { thread }) });

const changed = (at: string) => ({
  command: 'changed',
  input: { at },
  place: general,
  person: { id: 'UMEETUP', organiser: false },
  locale: 'ja',
});

describe('the core is told', () => {
  test('of a message that its author edits, by the conversation that it begins', async () => {
    const message = await post('one');
    await slack.edit(message, 'two');
    await connected.idle();
    expect(calls).toMatchObject([changed(`CGENERAL/${message.ts}`)]);
  });

  test('of an answer in a thread, by that thread', async () => {
    const first = await post('one');
    const answer = await post('two', first);
    await slack.edit(answer, 'three');
    await slack.erase(answer);
    await connected.idle();
    expect(calls).toMatchObject([changed(`CGENERAL/${first.ts}`), changed(`CGENERAL/${first.ts}`)]);
  });

  test('of a message that is deleted, also where answers to it stay', async () => {
    const alone = await post('one');
    const first = await post('two');
    await post('three', first);
    await slack.erase(alone);
    await slack.erase(first);
    await connected.idle();
    expect(calls).toMatchObject([changed(`CGENERAL/${alone.ts}`), changed(`CGENERAL/${first.ts}`)]);
  });

  test('and Slack is asked nothing for it', async () => {
    const message = await post('one');
    const before = slack.calls.length;
    await slack.edit(message, 'two');
    await connected.idle();
    expect([calls.length, slack.calls.length]).toEqual([1, before]);
  });

  test('again, where it failed', async () => {
    await connected.stop();
    connected = await openSlack();
    ({ slack } = connected);
    const failure = { kind: 'fault', code: 'x', message: 'x' } as const;
    await connected.start(botOf(() => (calls.length < 2 ? { ...say(''), failure } : say('')), calls));
    const message = await post('one');
    await slack.edit(message, 'two');
    await connected.idle();
    expect(calls).toHaveLength(2);
  });
});

describe('nobody is told, nothing is written, and Slack is asked nothing', () => {
  const heard = async (): Promise<readonly unknown[]> => {
    await connected.idle();
    return [calls, written, await connected.state.list('slack-event'), slack.calls.length];
  };

  test('of what people say to each other', async () => {
    const before = slack.calls.length;
    const first = await post('hello');
    await post('hello yourself', first);
    await slack.share({ user: 'yui', channel: 'general', message: first });
    await slack.program({ program: { id: 'BCI', name: 'CI' }, channel: 'general', text: 'Build 1' });
    await slack.post({
      user: 'ken',
      channel: 'general',
      text: 'a file',
      files: [{ name: 'a.txt', mimetype: 'text/plain', content: 'x' }],
    });
    expect(await heard()).toEqual([[], 0, [], before]);
  });

  const message = {
    type: 'message',
    user: 'UKEN',
    text: 'see <https://example.org/>',
    ts: '1700000000.000100',
  };
  const edit = (now: object, before: object = {}) => ({
    type: 'message',
    subtype: 'message_changed',
    channel: 'CGENERAL',
    channel_type: 'channel',
    ts: '1700000001.000100',
    event_ts: '1700000001.000100',
    message: { ...message, ...now },
    previous_message: { ...message, ...before },
  });

  test.each([
    ['a card below a link', edit({ attachments: [{ from_url: 'https://example.org/', title: 'x' }] })],
    [
      'answers in its thread',
      edit({ thread_ts: message.ts, reply_count: 2, latest_reply: '1700000001.000100' }),
    ],
    [
      'a thumbnail',
      edit(
        { files: [{ name: 'a.png', mode: 'hosted', thumb_64: 'x' }] },
        { files: [{ name: 'a.png', mode: 'hosted' }] },
      ),
    ],
    ['what the bot itself changes', edit({ text: 'other', bot_id: 'BMEETUP' })],
    ['that somebody joined', { ...edit({}), subtype: 'channel_join' }],
    [
      'what Slack says of nothing',
      { type: 'message', channel: 'CGENERAL', subtype: 'message_deleted', event_ts: '1.1' },
    ],
  ])('of %s', async (_what, event) => {
    const before = slack.calls.length;
    await slack.event('message.channels', event);
    expect(await heard()).toEqual([[], 0, [], before]);
  });

  test.each([
    ['words', edit({ text: 'other' })],
    ['blocks', edit({ blocks: [{ type: 'divider' }] })],
    ['files', edit({ files: [{ mode: 'tombstone' }] }, { files: [{ name: 'a', mode: 'hosted' }] })],
    ['a beginning that is gone', edit({ subtype: 'tombstone', text: 'This message was deleted.' })],
  ])('but of other %s the core is', async (_what, event) => {
    await slack.event('message.channels', event);
    await connected.idle();
    expect(calls).toMatchObject([changed(`CGENERAL/${message.ts}`)]);
  });
});

test('where the settings can not be read, a reaction is told again', async () => {
  await connected.stop();
  connected = await openSlack({ deadline: 200 });
  ({ slack } = connected);
  let readable = 1;
  const settings = async () => {
    readable -= 1;
    if (readable < 0) throw new Error('the folder can not be read');
    return { locale: 'ja' as const, organisers: [], workspaces: [] };
  };
  await connected.start(
    botOf(() => say(''), calls),
    { settings },
  );
  const first = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
  await expect(slack.addReaction({ user: 'ken', message: first, name: 'memo' })).rejects.toThrow('timeout');
  expect(calls).toEqual([]);
});
