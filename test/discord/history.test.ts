/** What is found again: pages of messages, threads, forums, scheduled events. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { APIMessage } from 'discord.js';
import { REST, Routes } from 'discord.js';
import { outcome } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { times } from './sample.ts';

let discord: Discord;
let rest: REST;

beforeEach(async () => {
  discord = await startDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});

afterEach(() => discord.stop());

const id = (name: string): string => discord.idOf.channel(name);

async function page(options: Record<string, string>): Promise<string[]> {
  const query = new URLSearchParams(options);
  const messages = (await rest.get(Routes.channelMessages(id('general')), { query })) as APIMessage[];
  return messages.map(({ content }) => content);
}

describe('messages', () => {
  test('come in pages of at most a hundred, the newest first', async () => {
    for (const text of times(130, String)) await discord.post({ user: 'ken', channel: 'general', text });
    const all = discord.messages('general');
    expect(await page({})).toEqual(times(50, (index) => String(129 - index)));
    expect(await page({ limit: '1000' })).toHaveLength(100);
    const at = (index: number): string => all[index]?.id ?? '';
    expect(await page({ before: at(2) })).toEqual(['1', '0']);
    expect(await page({ after: at(126) })).toEqual(['129', '128', '127']);
    expect(await page({ after: at(9), limit: '2' })).toEqual(['11', '10']);
    expect(await page({ around: at(5), limit: '3' })).toEqual(['6', '5', '4']);
  });

  test('have ids that say when they were written', async () => {
    const { id: first } = await discord.post({ user: 'ken', channel: 'general', text: 'old' });
    discord.advance(60_000);
    const { id: second } = await discord.post({ user: 'ken', channel: 'general', text: 'new' });
    const apart = (BigInt(second) >> 22n) - (BigInt(first) >> 22n);
    expect(Number(apart)).toBeGreaterThanOrEqual(60_000);
    expect(await page({ after: String(((BigInt(first) >> 22n) + 30_000n) << 22n) })).toEqual(['new']);
  });

  test('are pinned by whom it is allowed', async () => {
    const { id: message } = await discord.post({ user: 'ken', channel: 'general', text: 'x' });
    const pin = Routes.channelMessagesPin(id('general'), message);
    expect(await outcome(rest.put(pin))).toBe(50013);
    await discord.empower({ user: 'meetup', permissions: ['pinMessages'] });
    expect(await outcome(rest.put(pin))).toBe('ok');
    expect(discord.messages('general')[0]?.pinned).toBe(true);
    expect(await outcome(rest.delete(pin))).toBe('ok');
    expect(discord.messages('general')[0]?.pinned).toBe(false);
  });
});

describe('threads', () => {
  test('begin with a message, whose id they have, and are listed until they rest', async () => {
    const start = await discord.post({ user: 'ken', channel: 'general', text: 'x' });
    const path = Routes.threads(id('general'), start.id);
    const body = { name: 'talk', auto_archive_duration: 1440 };
    expect(await rest.post(path, { body })).toMatchObject({
      id: start.id,
      type: 11,
      parent_id: id('general'),
    });
    expect(await outcome(rest.post(path, { body }))).toBe(160004);
    const active = Routes.guildActiveThreads(discord.idOf.guild());
    expect(await rest.get(active)).toMatchObject({
      threads: [{ name: 'talk' }],
      members: [{ id: start.id }],
    });
    const [starter] = (await rest.get(Routes.channelMessages(start.id))) as APIMessage[];
    expect(starter).toMatchObject({ type: 21, content: '', referenced_message: { content: 'x' } });
    await rest.patch(Routes.channel(start.id), { body: { archived: true } });
    expect(await rest.get(active)).toEqual({ threads: [], members: [], has_more: false });
    const archived = Routes.channelThreads(id('general'), 'public');
    expect(await rest.get(archived)).toMatchObject({ threads: [{ name: 'talk' }], has_more: false });
  });

  test('of a forum begin with a message that has their id', async () => {
    const path = Routes.threads(id('questions'));
    const made = await rest.post(path, { body: { name: 'how', message: { content: 'x' } } });
    expect(made).toMatchObject({ name: 'how', parent_id: id('questions'), message: { content: 'x' } });
    const { id: post, message } = made as { id: string; message: { id: string } };
    expect(message.id).toBe(post);
    expect(await outcome(rest.post(path, { body: { name: 'how' } }))).toBe(50035);
  });

  test('that are archived come in pages by the time at which they were', async () => {
    for (const name of ['one', 'two', 'three']) {
      await discord.startThread({ user: 'ken', channel: 'general', name, text: 'x' });
      await discord.archive({ thread: name });
      discord.advance(1000);
    }
    interface Page {
      readonly threads: { name: string; thread_metadata: { archive_timestamp: string } }[];
      readonly has_more: boolean;
    }
    const list = async (options: Record<string, string>) =>
      (await rest.get(Routes.channelThreads(id('general'), 'public'), {
        query: new URLSearchParams(options),
      })) as Page;
    const first = await list({ limit: '2' });
    expect([first.threads.map(({ name }) => name), first.has_more]).toEqual([['three', 'two'], true]);
    const before = first.threads[1]?.thread_metadata.archive_timestamp ?? '';
    const second = await list({ before });
    expect([second.threads.map(({ name }) => name), second.has_more]).toEqual([['one'], false]);
  });
});

describe('scheduled events', () => {
  const path = () => Routes.guildScheduledEvents(discord.idOf.guild());
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const event = (more: object = {}) => ({
    name: 'Meetup',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'Shibuya' },
    scheduled_start_time: later(1),
    scheduled_end_time: later(2),
    ...more,
  });
  const create = (more: object = {}) => rest.post(path(), { body: event(more) });

  beforeEach(() => discord.empower({ user: 'meetup', permissions: ['createEvents'] }));

  test('are made, changed, ended and deleted', async () => {
    const made = (await create()) as { id: string };
    expect(made).toMatchObject({ status: 1, creator: { username: 'meetup' }, channel_id: null });
    const one = Routes.guildScheduledEvent(discord.idOf.guild(), made.id);
    expect(await rest.patch(one, { body: { name: 'Other' } })).toMatchObject({ name: 'Other' });
    expect(await rest.patch(one, { body: { status: 4 } })).toMatchObject({ status: 4 });
    expect(await outcome(rest.patch(one, { body: { name: 'Third' } }))).toBe(50035);
    await rest.delete(one);
    expect(await outcome(rest.get(one))).toBe(10070);
  });

  test('need a place, an end after their start, and a future', async () => {
    expect(await outcome(create({ entity_metadata: {} }))).toBe(50035);
    expect(await outcome(create({ scheduled_end_time: later(0.5) }))).toBe(50035);
    expect(await outcome(create({ scheduled_start_time: later(-1) }))).toBe(50035);
    expect(await outcome(create({ name: 'x'.repeat(101) }))).toBe(50035);
    expect(await outcome(create({ description: 'x'.repeat(1001) }))).toBe(50035);
    expect(await outcome(create({ entity_metadata: { location: 'x'.repeat(101) } }))).toBe(50035);
  });

  test('are a hundred at most', async () => {
    for (const name of times(100, String)) await create({ name });
    expect(await outcome(create())).toBe(30038);
  });
});
