/** What the bot posts of its own accord: once for each key, whatever becomes of it on the way. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Chat, Place } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let chat: Chat;

const start = async (options: Partial<Options> = {}): Promise<void> => {
  chat = await connected.start(
    botOf(() => say('')),
    options,
  );
};

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  await start();
});
afterEach(() => connected.stop());

const place = (channel = 'general'): Place => ({
  platform: 'discord',
  workspace: discord.idOf.guild(),
  channel: discord.idOf.channel(channel),
  visibility: 'public',
});

const post = (key = 'digest/1', since?: Date, words = 'Digest of week 48') =>
  chat.post(place(), say(words), { key, ...(since === undefined ? {} : { since }) });

const texts = (channel = 'general'): readonly string[] => discord.seenBy('yui', channel);

/** A bot that remembers nothing, such as one whose process died before it could. */
async function forget(): Promise<void> {
  for (const { kind, key, version } of await connected.state.list('discord-post'))
    await connected.state.put({ kind, key, version, value: null });
}

describe('a post', () => {
  test('stands there with a nonce that its key alone decides, and may not be there twice', async () => {
    await post();
    await post('digest/2');
    const bodies = discord.calls
      .filter(({ operation }) => operation === 'create_message')
      .map(({ body }) => body as { readonly nonce: string; readonly enforce_nonce: boolean });
    expect(bodies.map((body) => body.enforce_nonce)).toEqual([true, true]);
    expect(new Set(bodies.map(({ nonce }) => nonce)).size).toBe(2);
    await forget();
    expect(await post()).toMatchObject({ status: 'posted' });
    expect(texts()).toHaveLength(2);
  });

  test('carries in every send and edit whom it may notify: nobody', async () => {
    const posted = await post();
    if (posted.status !== 'posted') throw new Error(posted.status);
    await chat.edit(posted.ref, say('<@1> @everyone'));
    const bodies = discord.calls.filter(({ operation }) => operation.endsWith('_message'));
    expect(bodies).toHaveLength(2);
    for (const { body } of bodies)
      expect(body).toMatchObject({
        allowed_mentions: { parse: [], users: [], roles: [], replied_user: false },
      });
  });

  test.each(['lost', 'cut'] as const)('whose answer is %s may or may not be there', async (kind) => {
    discord.fail('create_message', { kind });
    expect(await post()).toEqual({ status: 'unsure' });
    expect(await post('digest/1', new Date())).toMatchObject({ status: 'posted' });
    expect(texts()).toHaveLength(1);
  });

  test('that Discord answers with 500 is not tried again by itself', async () => {
    discord.fail('create_message', { kind: 'status', status: 502 });
    expect(await post()).toEqual({ status: 'unsure' });
    expect(discord.calls.filter(({ operation }) => operation === 'create_message')).toHaveLength(1);
  });

  test('is not even tried while Discord fails, and is let through again after a while', async () => {
    await chat.stop();
    await start({ timing: { rest: 200 } });
    discord.fail('create_message', { kind: 'status', status: 503 }, 5);
    const failed = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => post(key)));
    expect(failed.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'unsure'));
    const asked = () => discord.calls.filter(({ operation }) => operation === 'create_message').length;
    const before = asked();
    expect(await post('f')).toMatchObject({ status: 'later' });
    expect(asked()).toBe(before);
    let again = await post('f');
    while (again.status === 'later') again = await post('f');
    expect(again.status).toBe('posted');
    expect(texts()).toHaveLength(1);
  });

  test('that Discord does not answer is given up', async () => {
    await chat.stop();
    await start({ timing: { request: 30 } });
    const finish = discord.hold('create_message');
    expect(await post()).toEqual({ status: 'unsure' });
    finish();
  });

  test.each([
    [50_013, 403],
    [50_001, 403],
    [10_003, 404],
  ])('that Discord refuses with %s is refused', async (code, status) => {
    discord.fail('create_message', { kind: 'error', status, code });
    expect(await post()).toEqual({ status: 'refused', reason: String(code) });
  });

  test('to somebody who takes none is refused', async () => {
    const hanako = discord.state.users.get(discord.idOf.user('hanako'));
    if (hanako === undefined) throw new Error('nobody');
    discord.state.users.set(hanako.id, { ...hanako, acceptsDirect: false });
    const person = { id: hanako.id, name: 'hanako', organiser: false, guest: false };
    expect(await chat.post(person, say('hello'), { key: 'remind/1' })).toMatchObject({ status: 'refused' });
  });

  test.each([
    ['seconds', { retryAfter: 40 }, 40],
    ['parts of a second', { retryAfter: 0.5 }, 0.5],
    ['no time at all', {}, 30],
  ])('that comes too early is told %s, and when it may be tried', async (_what, wait, seconds) => {
    const before = Date.now();
    discord.limit('create_message', wait);
    const posted = await post();
    if (posted.status !== 'later') throw new Error(posted.status);
    expect(posted.after.getTime() - before).toBeGreaterThanOrEqual(seconds * 1000);
    expect(posted.after.getTime() - before).toBeLessThan(seconds * 1000 + 2000);
    // Not asked again before that.
    expect((await post('digest/2')).status).toBe('later');
    expect(discord.calls.filter(({ operation }) => operation === 'create_message')).toHaveLength(1);
  });

  test('into a thread that was laid aside wakes it', async () => {
    const first = await discord.post({ user: 'ken', channel: 'general', text: 'docker?' });
    const thread = await discord.startThread({ user: 'ken', name: 'docker', on: first });
    await discord.archive({ thread: thread.id });
    const there = { ...place(), thread: thread.id };
    const posted = await chat.post(there, say('here'), { key: 'a' });
    expect(posted.status).toBe('posted');
    await discord.archive({ thread: thread.id });
    if (posted.status === 'posted')
      expect(await chat.edit(posted.ref, say('there'))).toMatchObject({ status: 'posted' });
    expect(discord.seenBy('ken', thread.id).at(-1)).toContain('there');
  });
});

describe('a look whether it is there', () => {
  const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

  test('finds it among many others, whatever was said since, and however long ago Discord forgot its nonce', async () => {
    const posted = await post();
    await forget();
    discord.advance(5 * 60_000);
    for (let count = 0; count < 120; count += 1)
      await discord.post({ user: 'ken', channel: 'general', text: `line ${count}` });
    expect(await post('digest/1', hoursAgo(1))).toEqual(posted);
    expect(texts().filter((text) => text.includes('Digest'))).toHaveLength(1);
  });

  test('takes nothing for it that only says the same', async () => {
    await post('digest/1');
    await post('digest/2');
    await forget();
    discord.advance(5 * 60_000);
    expect(await post('digest/3', hoursAgo(1))).toMatchObject({ status: 'posted' });
    expect(texts()).toHaveLength(3);
  });

  test('that the history can not answer posts nothing', async () => {
    await discord.permit({ channel: 'general', who: 'meetup', deny: ['readHistory'] });
    expect(await post('digest/1', hoursAgo(1))).toEqual({ status: 'unsure', unreadable: true });
    discord.fail('list_messages', { kind: 'status', status: 500 }, 3);
    expect(await post('digest/1', new Date())).toEqual({ status: 'unsure' });
    expect(texts()).toEqual([]);
  });

  test('that Discord has no time for comes later', async () => {
    discord.limit('list_messages', { retryAfter: 400 });
    expect((await post('digest/1', hoursAgo(1))).status).toBe('later');
  });
});

test('two posts with one key at the same time are one', async () => {
  const [first, second] = await Promise.all([post(), post()]);
  expect(second).toEqual(first);
  expect(texts()).toHaveLength(1);
});

test('bulk work that Discord has slowed down does not slow down answers', async () => {
  discord.limit('create_message', { retryAfter: 3600 });
  expect((await post()).status).toBe('later');
  await discord.command({ user: 'ken', channel: 'general', name: 'meetup search', options: { text: 'x' } });
  expect(discord.acknowledgements).toHaveLength(1);
});
