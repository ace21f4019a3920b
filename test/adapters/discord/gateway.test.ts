/** The connection to Discord: what breaks it, what ends it, and how often the bot comes back. */
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { UserError } from '../../../src/error.ts';
import type { Call } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, lineOf, say } from '../bot.ts';
import { createClock } from './clock.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let calls: Call[];

beforeEach(async () => {
  calls = [];
  connected = await openDiscord({ heartbeat: 100 });
  ({ discord } = connected);
});
afterEach(() => connected.stop());

const bot = () => botOf((call) => say(`search: ${lineOf(call)}`), calls);

/** What somebody is answered. */
const ask = async (text = 'docker'): Promise<string> =>
  (await discord.ask({ user: 'ken', channel: 'general', text: `@meetup ${text}` })).text;

const errorOf = async (work: Promise<unknown>): Promise<Pick<UserError, 'code' | 'facts'>> =>
  work.then(
    () => {
      throw new Error('it worked');
    },
    ({ code, facts }: UserError) => ({ code, facts }),
  );

describe('a token that Discord does not take', () => {
  test('ends the start with a sentence', async () => {
    const chat = connected.create({ token: 'wrong.discord.token' });
    expect(await errorOf(chat.start(bot()))).toMatchObject({ code: 'discord-token' });
    expect(discord.gateway.identifies()).toBe(0);
  });

  test('at the gateway alone ends the start, too', async () => {
    discord.gateway.refuse(4004);
    expect(await errorOf(connected.create().start(bot()))).toMatchObject({ code: 'discord-token' });
    expect(discord.gateway.identifies()).toBe(1);
  });

  test('any more ends the chat by the first call that hears of it', async () => {
    const chat = await connected.start(bot());
    discord.setToken(null);
    const place = { platform: 'discord', workspace: '1', channel: discord.idOf.channel('general') } as const;
    await chat.post({ ...place, visibility: 'public' }, say('digest'), { key: 'digest/1' });
    expect((await connected.over).code).toBe('discord-token');
  });
});

describe.each([4010, 4011, 4012, 4013, 4014])('a connection that is closed with %s', (code) => {
  test('ends the start with a sentence, after one attempt', async () => {
    discord.gateway.refuse(code);
    connected.expect({ code });
    const { code: said, facts } = await errorOf(connected.create().start(bot()));
    expect([said, facts]).toEqual(['discord-gateway', { code }]);
    expect(discord.gateway.identifies()).toBe(1);
  });

  test('ends a chat that has begun', async () => {
    await connected.start(bot());
    discord.gateway.shut(code);
    expect((await connected.over).facts).toEqual({ code });
  });
});

describe('a connection that breaks', () => {
  test.each([
    ['when Discord asks for another (op 7)', () => discord.gateway.reconnect()],
    ['with 4000', () => discord.gateway.shut(4000)],
    ['without a word', () => discord.gateway.cut()],
    ['as nobody answers its heartbeats', () => discord.gateway.deafen(true)],
  ])('%s, is taken up again where it was', async (_how, breakIt) => {
    await connected.start(bot());
    breakIt();
    await discord.gateway.connected(0);
    discord.gateway.deafen(false);
    expect(await ask()).toContain('search: docker');
    expect(discord.gateway.identifies()).toBe(1);
  });

  test('in its session alone (op 9) is taken up again as it is', async () => {
    await connected.start(bot());
    discord.gateway.invalidate(true);
    expect(await ask()).toContain('search: docker');
    expect(discord.gateway.identifies()).toBe(1);
  });

  test('with a session that is gone (op 9), begins anew', async () => {
    const clock = createClock();
    await connected.start(bot(), clock);
    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.identifies() === 2);
    await discord.gateway.connected(1);
    expect(await ask()).toContain('search: docker');
  });

  test('is told what was said meanwhile, once', async () => {
    await connected.start(bot());
    expect(await ask()).toContain('search: docker');
    discord.gateway.cut();
    await discord.post({ user: 'ken', channel: 'general', text: '@meetup meanwhile' });
    await discord.sees({ user: 'ken', text: 'search: meanwhile' });
    expect(calls.map(({ input }) => input)).toEqual(['docker', 'meanwhile']);
  });
});

describe('an event that is not as it should be', () => {
  test.each([
    ['MESSAGE_CREATE', {}],
    ['MESSAGE_CREATE', { id: '1', channel_id: 7, content: null, type: 0, author: { id: {} } }],
    ['INTERACTION_CREATE', {}],
    ['INTERACTION_CREATE', { id: '1', type: 2, data: null }],
    ['INTERACTION_CREATE', { id: '1', type: 3, data: { custom_id: '/search x' } }],
    ['GUILD_CREATE', { id: '5' }],
    ['GUILD_ROLE_UPDATE', { guild_id: '5' }],
    ['CHANNEL_UPDATE', {}],
    ['THREAD_UPDATE', {}],
    ['A_NEW_EVENT', { anything: [] }],
  ])('%s %j is left, and the next one is answered', async (name, data) => {
    await connected.start(bot());
    discord.gateway.tell(name, data);
    discord.gateway.raw(JSON.stringify({ op: 0, t: name, s: 99, d: null }));
    expect(await ask()).toContain('search: docker');
  });

  test('and no JSON at all is left as well', async () => {
    await connected.start(bot());
    discord.gateway.raw('{');
    discord.gateway.raw('[]');
    expect(await ask()).toContain('search: docker');
  });
});

describe('a bot that is started again and again', () => {
  test('identifies fifty times in a day as it comes, and then once each half hour', async () => {
    const clock = createClock();
    const key = discord.appId;
    const times = Array.from({ length: 50 }, () => clock.now().getTime());
    await connected.state.put({ kind: 'discord-identify', key, version: null, value: times });
    await connected.start(bot(), clock);
    expect(Math.max(...clock.slept)).toBeGreaterThan(29 * 60_000);
    expect(discord.gateway.identifies()).toBe(1);
    expect((await connected.state.get('discord-identify', key))?.value).toHaveLength(51);
    const told = connected.logged.find(({ level }) => level === 'error');
    expect(told?.message).toContain('too many connections to Discord today');
  });

  test('counts what was long ago no more', async () => {
    const clock = createClock();
    const yesterday = clock.now().getTime() - 24 * 60 * 60_000 - 1;
    const value = Array.from({ length: 900 }, () => yesterday);
    await connected.state.put({ kind: 'discord-identify', key: discord.appId, version: null, value });
    await connected.start(bot(), clock);
    expect((await connected.state.get('discord-identify', discord.appId))?.value).toHaveLength(1);
  });

  test('and stops while it waits for its turn leaves nothing behind', async () => {
    const times = Array.from({ length: 50 }, () => Date.now());
    await connected.state.put({ kind: 'discord-identify', key: discord.appId, version: null, value: times });
    const chat = connected.create();
    const started = chat.start(bot());
    while (!connected.logged.some(({ level }) => level === 'error')) await setImmediate();
    await chat.stop();
    await started;
    expect(discord.gateway.identifies()).toBe(0);
  });
});

describe('Discord that can not be reached', () => {
  test('when the bot starts is asked again, ever more rarely', async () => {
    const clock = createClock();
    discord.fail('get_my_application', { kind: 'status', status: 503 }, 9);
    await connected.start(bot(), clock);
    expect(await ask()).toContain('search: docker');
    const pauses = clock.slept.slice(0, 3);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses[2]).toBeGreaterThanOrEqual(2000);
  });

  test('for its gateway is asked again, too', async () => {
    const clock = createClock();
    discord.fail('get_bot_gateway', { kind: 'status', status: 503 }, 12);
    await connected.start(bot(), clock);
    expect(await ask()).toContain('search: docker');
  });

  test('does not keep the bot from stopping', async () => {
    discord.fail('get_my_application', { kind: 'status', status: 503 }, 100);
    const chat = connected.create();
    const started = chat.start(bot());
    await discord.until(() => discord.calls.find(({ operation }) => operation === 'get_my_application'));
    await chat.stop();
    await started;
    expect(discord.gateway.identifies()).toBe(0);
  });
});

test('a bot that has stopped does not come back', async () => {
  const chat = await connected.start(bot());
  discord.gateway.cut();
  await chat.stop();
  await delay(700);
  expect(discord.gateway.count()).toBe(0);
});
