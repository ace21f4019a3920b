/** What people get to see: who sees it, where it stands, and that it arrives at all. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/slack/options.ts';
import type { Call, State, View } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { createClock } from './clock.ts';
import { botOf, lineOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  calls = [];
});
afterEach(() => connected.stop());

const long = 'x'.repeat(3000);

/** An answer with a way on, one to share it, and one that no button can carry. */
const view = (call: Call): View =>
  call.command === 'share'
    ? say(`${lineOf(call)}, shared by ${call.person.name}`)
    : say(`${call.command}: ${lineOf(call).slice(0, 20)}`, [
        { label: 'Read', command: 'report', input: 'abc' },
        { label: 'Share', command: 'share', input: lineOf(call).slice(0, 20) },
        { label: 'Long', command: 'search', input: long },
      ]);

const start = (reply: Parameters<typeof botOf>[0] = view, options: Partial<Options> = {}) =>
  connected.start(botOf(reply, calls), options);

const ask = (text: string, channel = 'general', user = 'hanako') => slack.command({ user, channel, text });

/** Of the bot's messages alone. */
const seenBy = (user: string, channel = 'general') =>
  slack.seenBy(user, channel).map((text) => text.split('\n')[0]);

describe('a command', () => {
  test('is answered to whoever asked, and to nobody else', async () => {
    await start();
    await ask('docker');
    expect([seenBy('hanako'), seenBy('ken')]).toEqual([['search: docker'], []]);
  });

  test('works where the bot is not, and in the conversation with it', async () => {
    await start();
    expect((await ask('docker', 'random')).text).toContain('search: docker');
    expect((await ask('docker', 'dm')).text).toContain('search: docker');
    expect(calls.map(({ place }) => place.visibility)).toEqual(['public', 'direct']);
  });

  test('is read as people type it: signs that Slack writes as entities are signs', async () => {
    await start();
    await ask('R&D <3');
    expect(calls[0]).toMatchObject({ command: 'search', input: 'R&D <3' });
  });

  test('is answered with an apology where the bot itself is broken', async () => {
    const state: State = {
      ...connected.state,
      get: async () => {
        throw new Error('the disk is gone');
      },
    };
    await start(view, { state });
    const { text } = await ask('docker');
    const failures = connected.logged.filter(({ level }) => level === 'error');
    const ids = failures.map(({ facts }) => (facts as { readonly id: string }).id);
    expect(text).toMatch(new RegExp(`^(?=.*${ids.join('|')})`));
    expect(ids).toHaveLength(1);
  });
});

describe('a button', () => {
  test('below a private answer puts the next one in its place', async () => {
    await start();
    const answer = await slack.press({ user: 'hanako', on: await ask('docker'), button: 'Read' });
    expect([answer.kind, seenBy('hanako')]).toEqual(['changed', ['report: abc']]);
  });

  test('shares: everyone sees the answer and who shared it, and nobody is pinged', async () => {
    await start();
    const shared = await slack.press({ user: 'hanako', on: await ask('docker'), button: 'Share' });
    expect(shared.message?.onlyFor).toBeNull();
    expect(seenBy('ken')).toEqual(['docker, shared by hanako']);
    expect(JSON.stringify(shared.message?.blocks)).not.toMatch(/"type":"(user|broadcast|usergroup)"/);
  });

  test('shares under a name that looks like a mention, and pings nobody', async () => {
    await connected.stop();
    const people = [
      { id: 'UEVIL', name: '<!channel> <@UKEN> @here' },
      { id: 'UKEN', name: 'ken' },
    ];
    const rooms = [{ name: 'general', members: ['evil', 'ken', 'meetup'] }];
    connected = await openSlack({ people, rooms });
    ({ slack } = connected);
    await start();
    const on = await ask('<!here> docker', 'general', 'UEVIL');
    const { message } = await slack.press({ user: 'UEVIL', on, button: 'Share' });
    expect(message?.text).toBe('&lt;!here&gt; docker, shared by &lt;!channel&gt; &lt;@UKEN&gt; @here');
    expect(JSON.stringify(message?.blocks)).not.toMatch(/"type":"(user|broadcast|usergroup|mrkdwn)"/);
  });

  test('below what is shared answers whoever presses it, and leaves it as it is', async () => {
    await start();
    const mine = await slack.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    await slack.press({ user: 'hanako', on: mine, button: 'Read' });
    expect(slack.seenBy('hanako', 'general').join()).toContain('report: abc');
    expect(slack.seenBy('ken', 'general').join()).not.toContain('report: abc');
    expect(slack.seenBy('ken', 'general').join()).toContain('search: docker');
  });

  test('whose answer is a failure leaves the answer that it stands below', async () => {
    const failure = { kind: 'request', code: 'busy', message: 'busy' } as const;
    await start((call) =>
      call.command === 'report' ? { ...say('too many are asking'), failure } : view(call),
    );
    await slack.press({ user: 'hanako', on: await ask('docker'), button: 'Read' });
    expect(seenBy('hanako')).toEqual(['search: docker', 'too many are asking']);
  });

  test('that shares and fails tells that to nobody else', async () => {
    const failure = { kind: 'request', code: 'busy', message: 'busy' } as const;
    await start((call) =>
      call.command === 'share' ? { ...say('too many are asking'), failure } : view(call),
    );
    await slack.press({ user: 'hanako', on: await ask('docker'), button: 'Share' });
    expect(seenBy('ken')).toEqual([]);
  });

  test('works when the bot has been started anew', async () => {
    const first = await start();
    const answer = await ask('docker');
    await first.stop();
    await start();
    expect((await slack.press({ user: 'hanako', on: answer, button: 'Read' })).text).toContain('report: abc');
  });

  test('carries a call of any length', async () => {
    await start();
    await slack.press({ user: 'hanako', on: await ask('docker'), button: 'Long' });
    expect(calls.at(-1)).toMatchObject({ command: 'search', input: long });
  });

  test('of a long call that is older than thirty days says so', async () => {
    const first = await start();
    const answer = await ask('docker');
    await first.stop();
    const later = new Date(Date.now() + 31 * 24 * 3_600_000);
    await start(view, { now: () => later });
    const old = await slack.press({ user: 'hanako', on: answer, button: 'Long' });
    expect(old.text).toBe('このボタンは古すぎて使えません。もう一度聞いてください。');
    expect(calls).toHaveLength(1);
  });
});

describe('a question', () => {
  test('that mentions the bot is answered below it, for everyone', async () => {
    await start();
    const answer = await slack.ask({ user: 'hanako', channel: 'general', text: '@meetup docker' });
    const [question] = slack.messages('general');
    expect(answer.message).toMatchObject({ thread: question?.ts, onlyFor: null });
    expect(calls[0]).toMatchObject({ command: 'search', input: 'docker', place: { thread: question?.ts } });
  });

  test('in a thread is answered in that thread', async () => {
    await start();
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'what about docker?' });
    const answer = await slack.ask({
      user: 'hanako',
      channel: 'general',
      text: 'hm @meetup docker',
      thread: first,
    });
    expect(answer.message?.thread).toBe(first.ts);
    expect(lineOf(calls[0] ?? { input: '' })).toMatch(/^hm\s+docker$/);
  });

  test('to the bot alone needs no mention, and is answered there', async () => {
    await start();
    const answer = await slack.ask({ user: 'hanako', channel: 'dm', text: 'docker' });
    expect([answer.message?.thread, calls[0]?.place.visibility]).toEqual([null, 'direct']);
    await slack.ask({ user: 'hanako', channel: 'dm', text: '@meetup rancher' });
    expect(calls.map(lineOf)).toEqual(['docker', 'rancher']);
  });

  test('of another bot, an edit, and what the bot says itself are none', async () => {
    await start();
    const message = {
      type: 'message',
      channel: 'DKEN',
      user: 'UKEN',
      text: 'docker',
      ts: '1700000000.000100',
    };
    await slack.event('message.im', { ...message, bot_id: 'BOTHER' });
    await slack.event('message.im', { ...message, subtype: 'message_changed', hidden: true });
    await slack.event('message.im', { ...message, user: 'UMEETUP', bot_id: 'BMEETUP' });
    await slack.event('app_mention', {
      ...message,
      type: 'app_mention',
      channel: 'CGENERAL',
      bot_id: 'BOTHER',
    });
    await slack.post({ user: 'ken', channel: 'general', text: 'docker' });
    await slack.ask({ user: 'ken', channel: 'dm', text: 'last' });
    expect(calls.map(lineOf)).toEqual(['last']);
  });

  test.each(['lost', 'cut'] as const)('whose answer is %s on its way is answered once', async (kind) => {
    const clock = createClock();
    await start(view, { now: clock.now, timing: clock.timing });
    slack.fail('chat.postMessage', { kind });
    await slack.post({ user: 'ken', channel: 'general', text: '@meetup docker' });
    await slack.sees({ user: 'ken', text: 'search: docker' });
    await connected.idle();
    expect(seenBy('ken')).toEqual(['@meetup docker', 'search: docker']);
  });

  test('that Slack has no time for is answered when it has', async () => {
    const clock = createClock();
    await start(view, { now: clock.now, timing: clock.timing });
    slack.limit('chat.postMessage', { retryAfter: 40 });
    expect((await slack.ask({ user: 'ken', channel: 'dm', text: 'docker' })).text).toContain(
      'search: docker',
    );
  });
});

describe('an answer that takes its time', () => {
  const slowly = () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const reply = async (
      call: Call,
      show?: (progress: { done: number; of: number }) => void,
    ): Promise<View> => {
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
    await slack.sees({ user: 'hanako', text: 'search: docker' });
    expect(seenBy('hanako')).toEqual(['search: docker']);
  });

  test('to a mention is one message all the same', async () => {
    const { reply, finish } = slowly();
    await start(reply, { timing: { slow: 20 } });
    const hint = await slack.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    expect(hint.text).toBe('One moment … 3 of 10');
    finish();
    await slack.sees({ user: 'ken', text: 'search: docker' });
    expect(seenBy('ken')).toHaveLength(2);
  });

  test('is waited for when the bot stops', async () => {
    const { reply, finish } = slowly();
    const chat = await start(reply);
    const answered = ask('docker');
    await slack.until(() => calls.length > 0 || slack.acknowledgements.length > 0);
    while (calls.length === 0) await new Promise(setImmediate);
    const stopped = chat.stop();
    finish();
    await stopped;
    expect((await answered).text).toContain('search: docker');
  });

  test.each([
    ['general', 'general'],
    ['random', 'dm'],
  ])('longer than half an hour in #%s arrives in %s', async (channel, arrives) => {
    const { reply, finish } = slowly();
    await start(reply, { timing: { slow: 1_000_000 } });
    const answered = ask('docker', channel).catch(() => null);
    while (calls.length === 0) await new Promise(setImmediate);
    slack.advance(31 * 60_000);
    finish();
    await answered;
    await slack.sees({ user: 'hanako', text: 'search: docker' });
    expect(seenBy('hanako', arrives)).toEqual(['search: docker']);
    expect(seenBy('ken', 'general')).toEqual([]);
  });
});

describe('where the address for an answer', () => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(Number(request.url?.slice(1))).end();
  });

  beforeEach(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const command = (status: number, text: string) =>
    slack.send({
      kind: 'slash_commands',
      answerable: true,
      retry: null,
      payload: {
        command: '/meetup',
        text,
        team_id: 'TMEETUP',
        channel_id: 'CGENERAL',
        user_id: 'UHANAKO',
        api_app_id: 'AMEETUP',
        response_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${status}`,
      },
    });

  test.each([404, 410, 500, 503])('answers %s, it is given to them another way', async (status) => {
    await start();
    await command(status, 'docker');
    await slack.sees({ user: 'hanako', text: 'search: docker' });
    expect([seenBy('hanako'), seenBy('ken')]).toEqual([['search: docker'], []]);
  });

  /** A bot that answers for everyone. */
  const startPublic = () => {
    const bot = botOf((call) => say(lineOf(call)), calls);
    const commands = bot.commands.map((info) => ({ ...info, answer: 'public' as const }));
    return connected.start({ ...bot, commands });
  };

  test('is gone, what everyone is to see is posted', async () => {
    await startPublic();
    await command(404, 'docker');
    await slack.sees({ user: 'ken', text: 'docker' });
    expect(seenBy('ken')).toEqual(['docker']);
  });

  test('may have taken what everyone is to see, it is not posted twice, and whoever asked is told', async () => {
    await startPublic();
    await command(500, 'docker');
    await slack.sees({ user: 'hanako', text: '確認できませんでした' });
    expect(seenBy('ken')).toEqual([]);
  });
});

describe('bulk work', () => {
  test('that Slack has slowed down does not slow down answers', async () => {
    const chat = await start();
    slack.limit('chat.postMessage', { retryAfter: 3600 });
    const place = { platform: 'slack', workspace: 'T', channel: 'CGENERAL', visibility: 'public' } as const;
    const statuses = [];
    for (const key of ['digest/1', 'digest/2'])
      statuses.push((await chat.post(place, say('digest'), { key })).status);
    expect(statuses).toEqual(['later', 'later']);
    const answer = await slack.ask({ user: 'ken', channel: 'general', text: '@meetup docker' });
    expect(answer.text).toContain('search: docker');
  });
});
