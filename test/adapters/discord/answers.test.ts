/** What people do in Discord, and what they see then. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Call, Chat, Show, View } from '../../../src/port.ts';
import { person, paragraph, root } from '../../../src/view/build.ts';
import type { Answer, Discord } from '../../discord/index.ts';
import { botOf, lineOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';
import { buttonsIn } from './screen.ts';

const ephemeral = 64;
/** A call that no button can carry. */
const long = 'x'.repeat(200);

let connected: Connected;
let discord: Discord;
let calls: Call[];

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  calls = [];
});
afterEach(() => connected.stop());

const view = (call: Call): View =>
  say(`${call.command}: ${lineOf(call)}`, [
    { label: 'Read', command: 'report', input: 'abc' },
    { label: 'Long', command: 'search', input: long },
    { label: 'Share', command: 'share', input: 'search docker' },
  ]);

type Reply = (call: Call, show?: Show) => View | Promise<View>;

const start = (reply: Reply = view, options: Partial<Options> = {}): Promise<Chat> =>
  connected.start(botOf(reply, calls), options);

const ask = (text: string, channel = 'general', user = 'hanako'): Promise<Answer> =>
  discord.command({ user, channel, name: 'meetup search', options: { text } });

/** A command that is not answered where it was given. */
const unanswered = (text: string): void => void ask(text).catch(() => null);

/** What comes of it in the end. */
const sees = (text: string, user = 'hanako'): Promise<Answer> => discord.sees({ user, text });

const failing = (code: string): View => ({
  ...say('too many are asking'),
  failure: { kind: 'request', code, message: 'too many are asking' },
});

describe('a command', () => {
  test('is answered to whoever gave it alone, and at once', async () => {
    await start();
    await ask('docker');
    const answer = await sees('search:');
    expect(answer.text).toContain('search: {"text":"docker"}');
    expect(answer.message?.onlyFor).toBe(discord.idOf.user('hanako'));
    expect(discord.seenBy('ken', 'general')).toEqual([]);
    expect(discord.acknowledgements).toMatchObject([{ type: 5, data: { flags: ephemeral } }]);
  });

  test('has its options as fields, and speaks the language of whoever gave it', async () => {
    await start();
    await ask('docker', 'general', 'ken');
    expect(calls[0]).toMatchObject({
      command: 'search',
      input: { text: 'docker' },
      locale: 'en',
      person: { name: 'ken', locale: 'en', organiser: false, guest: false },
      place: {
        platform: 'discord',
        workspace: discord.idOf.guild(),
        channel: discord.idOf.channel('general'),
      },
    });
  });

  test('in the conversation with the bot belongs to the server in which both are', async () => {
    await start();
    await ask('docker', 'dm');
    expect(calls[0]?.place).toMatchObject({ workspace: discord.idOf.guild(), visibility: 'direct' });
    expect(discord.seenBy('hanako', 'dm').join()).toContain('search:');
  });

  test('in a thread is answered there', async () => {
    await start();
    const first = await discord.post({ user: 'ken', channel: 'general', text: 'what about docker?' });
    const thread = await discord.startThread({ user: 'ken', name: 'docker', on: first });
    await ask('docker', thread.id);
    expect(calls[0]?.place).toMatchObject({
      channel: discord.idOf.channel('general'),
      thread: thread.id,
      visibility: 'public',
    });
  });

  test('that fails with a bug of ours is answered with an apology', async () => {
    await start(() => {
      throw new Error('no');
    });
    expect((await ask('docker')).text).toContain('申し訳');
    expect(connected.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('that is for everyone tells of its failure to nobody else', async () => {
    await start((call) => (call.command === 'share' ? failing('busy') : view(call)));
    const answer = await ask('docker');
    await discord.press({ user: 'hanako', on: answer, button: 'Share' });
    await sees('too many are asking');
    expect(discord.seenBy('ken', 'general')).toEqual([]);
  });

  test('whose callback is lost on its way is answered all the same', async () => {
    await start();
    connected.expect({ code: 40_060 });
    discord.fail('create_interaction_response', { kind: 'lost' });
    await ask('docker');
    expect((await sees('search:')).message?.onlyFor).toBe(discord.idOf.user('hanako'));
  });

  test('that another process has answered is left', async () => {
    await start();
    discord.fail('create_interaction_response', { kind: 'error', status: 400, code: 40_060 });
    unanswered('docker');
    await discord.until(() => discord.calls.find(({ status }) => status === 400));
    await ask('rancher');
    expect(calls.map(({ input }) => input)).toEqual([{ text: 'rancher' }]);
  });

  test('for whose answer Discord did not wait is answered in the conversation with the bot', async () => {
    await start();
    discord.fail('create_interaction_response', { kind: 'error', status: 404, code: 10_062 });
    unanswered('docker');
    await sees('search:');
    expect(discord.seenBy('hanako', 'dm').join()).toContain('search:');
    expect(discord.seenBy('hanako', 'general')).toEqual([]);
  });
});

describe('a button', () => {
  test('below one’s own answer puts the next one in its place', async () => {
    await start();
    const answer = await ask('docker');
    await discord.press({ user: 'hanako', on: answer, button: 'Read' });
    await sees('report: abc');
    expect(discord.seenBy('hanako', 'general').join()).not.toContain('search:');
  });

  test('that shares shows it to everyone', async () => {
    await start();
    const shared = await discord.press({ user: 'hanako', on: await ask('docker'), button: 'Share' });
    expect(shared.text).toContain('share: search docker');
    expect(discord.seenBy('ken', 'general').join()).toContain('share: search docker');
    expect(discord.seenBy('hanako', 'general')).toHaveLength(2);
  });

  test('below what everyone sees answers whoever presses it, and leaves it as it is', async () => {
    await start();
    const shown = await discord.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    await discord.press({ user: 'hanako', on: shown, button: 'Read' });
    await sees('report: abc');
    expect(discord.seenBy('ken', 'general').join()).not.toContain('report: abc');
    expect(discord.seenBy('ken', 'general').join()).toContain('search: docker');
  });

  test('whose answer is a failure leaves the answer that it stands below', async () => {
    await start((call) => (call.command === 'report' ? failing('busy') : view(call)));
    await discord.press({ user: 'hanako', on: await ask('docker'), button: 'Read' });
    await sees('too many are asking');
    expect(discord.seenBy('hanako', 'general').join()).toContain('search:');
    expect(discord.seenBy('ken', 'general')).toEqual([]);
  });

  test('works when the bot has been started anew, and carries a call of any length', async () => {
    const first = await start();
    const answer = await ask('docker');
    expect(buttonsIn(answer)).toEqual(['Read', 'Long', 'Share']);
    await first.stop();
    await start();
    await discord.press({ user: 'hanako', on: answer, button: 'Long' });
    expect(calls.at(-1)).toMatchObject({ command: 'search', input: long });
  });

  test('of a long call that is older than thirty days says so', async () => {
    const first = await start();
    const answer = await ask('docker');
    await first.stop();
    const later = new Date(Date.now() + 31 * 24 * 3_600_000);
    await start(view, { now: () => later });
    await discord.press({ user: 'hanako', on: answer, button: 'Long' });
    await sees('このボタンは古すぎて使えません。');
    expect(calls).toHaveLength(1);
  });
});

describe('a question', () => {
  test('that mentions the bot is answered as a reply to it, for everyone', async () => {
    await start();
    const answer = await discord.ask({ user: 'hanako', channel: 'general', text: '@meetup docker' });
    const [question] = discord.messages('general');
    expect(answer.message).toMatchObject({ onlyFor: null, reference: { message: question?.id } });
    expect(calls[0]).toMatchObject({ command: 'search', input: 'docker' });
  });

  test('in a thread and below a post of a forum is answered there', async () => {
    await start();
    const first = await discord.post({ user: 'ken', channel: 'general', text: 'what about docker?' });
    const thread = await discord.startThread({ user: 'ken', name: 'docker', on: first });
    const post = await discord.startThread({ user: 'ken', name: 'help', channel: 'questions', text: 'hm' });
    for (const channel of [thread.id, post.id]) {
      const answer = await discord.ask({ user: 'hanako', channel, text: 'hm @meetup docker' });
      expect(answer.message?.channel).toBe(channel);
    }
    expect(calls.map(({ place }) => place.thread)).toEqual([thread.id, post.id]);
  });

  test('to the bot alone needs no mention, and is answered there', async () => {
    await start();
    await discord.ask({ user: 'hanako', channel: 'dm', text: 'docker' });
    await discord.ask({ user: 'hanako', channel: 'dm', text: '@meetup rancher' });
    expect(calls.map(({ input }) => input)).toEqual(['docker', 'rancher']);
    expect(calls[0]?.place.visibility).toBe('direct');
  });

  test('of another bot, thanks for an answer, a pin and what only names the bot elsewhere are none', async () => {
    await start();
    const answer = await discord.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    if (answer.message === null) throw new Error('there is no answer');
    await discord.post({ user: 'ken', channel: 'general', text: 'thanks', replyTo: answer.message });
    await discord.post({ user: 'ken', channel: 'general', text: '@meetup', type: 6 });
    await discord.post({ user: 'ken', channel: 'general', text: 'docker' });
    const [told] = discord.messages('general');
    discord.gateway.tell('MESSAGE_CREATE', {
      id: '1',
      type: 0,
      channel_id: told?.channel,
      author: { id: '2', username: 'other', bot: true },
      content: `<@${discord.appId}> docker`,
      mentions: [],
    });
    await discord.ask({ user: 'ken', channel: 'dm', text: 'last' });
    expect(calls.map(({ input }) => input)).toEqual(['docker', 'last']);
  });

  test('that is told twice is answered once', async () => {
    await start();
    const { message } = await discord.ask({ user: 'ken', channel: 'dm', text: 'docker' });
    const [question] = discord.messages(message?.channel ?? '');
    discord.gateway.tell('MESSAGE_CREATE', {
      id: question?.id,
      type: 0,
      channel_id: message?.channel,
      author: { id: discord.idOf.user('ken'), username: 'ken' },
      content: 'docker',
      mentions: [],
    });
    await discord.ask({ user: 'ken', channel: 'dm', text: 'last' });
    expect(calls.map(({ input }) => input)).toEqual(['docker', 'last']);
  });

  test.each(['lost', 'cut'] as const)('whose answer is %s on its way is answered once', async (kind) => {
    await start(view, { timing: { settle: 1 } });
    discord.fail('create_message', { kind });
    await discord.post({ user: 'ken', channel: 'general', text: '@meetup docker' });
    await sees('search: docker', 'ken');
    expect(discord.seenBy('ken', 'general')).toHaveLength(2);
  });

  test('where the bot may not write is answered in the conversation with it', async () => {
    await start();
    await discord.permit({ channel: 'general', who: 'meetup', deny: ['sendMessages'] });
    await discord.post({ user: 'ken', channel: 'general', text: '@meetup docker' });
    await sees('search: docker', 'ken');
    expect(discord.seenBy('ken', 'dm').join()).toContain('search: docker');
  });

  test('whose answer shows something to somebody notifies them alone', async () => {
    const ken = discord.idOf.user('ken');
    await start(() => ({ body: root(paragraph(person(ken, 'ken'), ' @everyone')), next: [] }));
    await discord.ask({ user: 'hanako', channel: 'general', text: '@meetup docker' });
    expect(discord.pings.map(({ whom }) => whom)).toEqual([['ken']]);
    connected.expect({ notified: ['ken'] });
  });
});

describe('an answer that takes its time', () => {
  const slowly = () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const reply: Reply = async (call, show) => {
      show?.({ done: 3, of: 10 });
      await promise;
      return view(call);
    };
    return { reply, finish: () => resolve(undefined) };
  };

  test('to a command says how far it is, and then stands there instead', async () => {
    const { reply, finish } = slowly();
    await start(reply, { timing: { slow: 20 } });
    expect((await ask('docker')).text).toBe('少々お待ちください… 3 / 10');
    finish();
    await sees('search:');
    expect(discord.seenBy('hanako', 'general')).toHaveLength(1);
  });

  test('to a question is announced as every writer is', async () => {
    const { reply, finish } = slowly();
    await start(reply, { timing: { slow: 20 } });
    await discord.post({ user: 'ken', channel: 'general', text: '@meetup docker' });
    await discord.until(() =>
      discord.calls.some(({ operation }) => operation === 'trigger_typing_indicator'),
    );
    finish();
    await sees('search: docker', 'ken');
    expect(discord.seenBy('ken', 'general')).toHaveLength(2);
  });

  test('is waited for when the bot stops', async () => {
    const { reply, finish } = slowly();
    const chat = await start(reply);
    const answered = ask('docker');
    while (calls.length === 0) await setImmediate();
    const stopped = chat.stop();
    finish();
    await stopped;
    expect((await answered).text).toContain('search:');
  });

  test('longer than a quarter of an hour arrives in the conversation with the bot', async () => {
    const { reply, finish } = slowly();
    await start(reply, { timing: { slow: 1_000_000 } });
    unanswered('docker');
    while (calls.length === 0) await setImmediate();
    discord.advance(16 * 60_000);
    finish();
    await sees('search:');
    expect(discord.seenBy('hanako', 'dm').join()).toContain('search:');
    expect(discord.seenBy('ken', 'general')).toEqual([]);
  });

  test('and is for everyone arrives in the channel then', async () => {
    const { reply, finish } = slowly();
    await start((call, show) => (call.command === 'share' ? reply(call, show) : view(call)));
    const on = await ask('docker');
    void discord.press({ user: 'hanako', on, button: 'Share' }).catch(() => null);
    while (calls.length === 1) await setImmediate();
    discord.advance(16 * 60_000);
    finish();
    await sees('share: search docker', 'ken');
    expect(discord.seenBy('ken', 'general').join()).toContain('share: search docker');
  });
});

describe('a server that the community does not list', () => {
  const elsewhere: Partial<Options> = {
    settings: async () => ({ locale: 'ja', organisers: [], workspaces: ['1'] }),
  };

  test.each(['general', 'dm'])('gets a polite sentence and nothing else, in %s', async (channel) => {
    await start(view, elsewhere);
    expect((await ask('docker', channel)).text).toContain('お答えできません');
    expect(calls).toEqual([]);
  });

  test('gets it in answer to a question, too, and no suggestions', async () => {
    await start(view, elsewhere);
    const answer = await discord.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    expect(answer.text).toContain('お答えできません');
    expect(calls).toEqual([]);
  });

  test('does not keep the servers of Slack from being listed alone', async () => {
    await start(view, { settings: async () => ({ locale: 'ja', organisers: [], workspaces: ['T0123'] }) });
    expect((await ask('docker')).text).toContain('search:');
  });
});
