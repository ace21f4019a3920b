/** The gateway: how sessions begin, end and come back, and what a client must not do. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Frames } from './frames.ts';
import { open } from './frames.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { times } from './sample.ts';

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord({ heartbeat: 150 });
});

afterEach(() => discord.stop());

const guilds = 1 << 0;
const messages = 1 << 9;

const identify = (more: object = {}) => ({
  op: 2,
  d: { token: discord.token, intents: guilds | messages, properties: {}, ...more },
});

async function ready(more: object = {}): Promise<Frames> {
  const frames = await open(discord);
  frames.send(identify(more));
  await frames.has(3);
  return frames;
}

const sessionOf = ({ seen }: Frames) => (seen[1]?.d ?? {}) as Readonly<Record<string, string>>;

describe('a bare client', () => {
  test('is greeted, identifies, and is told of its guilds', async () => {
    const { seen } = await ready();
    expect(seen.map(({ op, t }) => t ?? op)).toEqual([10, 'READY', 'GUILD_CREATE']);
    expect(seen[0]).toMatchObject({ d: { heartbeat_interval: 150 } });
    expect(seen[1]).toMatchObject({ s: 1, d: { user: { username: 'meetup' }, shard: [0, 1] } });
    expect(seen[2]).toMatchObject({ s: 2, d: { name: 'Meetup Tokyo' } });
  });

  test('gets its heartbeats acknowledged, until nobody does any more', async () => {
    const frames = await ready();
    frames.send({ op: 1, d: 2 });
    await frames.has(4);
    expect(frames.seen[3]).toEqual({ op: 11 });
    discord.gateway.deafen(true);
    frames.send({ op: 1, d: 2 });
    await discord.post({ user: 'ken', channel: 'general', text: 'later' });
    await frames.has(5);
    expect(frames.seen[4]).toMatchObject({ t: 'MESSAGE_CREATE' });
  });

  test('that resumes gets what it missed, in order, and the word that this was all', async () => {
    const first = await ready();
    const { session_id, resume_gateway_url } = sessionOf(first);
    expect(resume_gateway_url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/);
    discord.gateway.cut();
    await discord.gateway.connected(0);
    for (const text of ['one', 'two']) await discord.post({ user: 'ken', channel: 'general', text });
    const second = await open(discord);
    second.send({ op: 6, d: { token: discord.token, session_id, seq: 2 } });
    await second.has(4);
    const told = second.seen.slice(1).map(({ t, s, d }) => [t, s, (d as { content?: string }).content]);
    expect(told).toEqual([
      ['MESSAGE_CREATE', 3, ''],
      ['MESSAGE_CREATE', 4, ''],
      ['RESUMED', 5, undefined],
    ]);
  });

  test('that resumes what nobody knows has to identify', async () => {
    const frames = await open(discord);
    frames.send({ op: 6, d: { token: discord.token, session_id: 'nothing', seq: 2 } });
    await frames.has(2);
    expect(frames.seen[1]).toEqual({ op: 9, d: false });
  });

  test('that says goodbye has ended its session', async () => {
    const frames = await ready();
    const { session_id } = sessionOf(frames);
    frames.close(1000);
    await discord.gateway.connected(0);
    const again = await open(discord);
    again.send({ op: 6, d: { token: discord.token, session_id, seq: 1 } });
    await again.has(2);
    expect(again.seen[1]).toEqual({ op: 9, d: false });
  });

  test('is on the shard that it says, with the guilds of that shard', async () => {
    const [id = 0, other = 0] = [0, 1].toSorted((a) =>
      Number((BigInt(discord.idOf.guild()) >> 22n) % 2n) === a ? -1 : 1,
    );
    const there = await ready({ shard: [id, 2] });
    expect(there.seen[1]).toMatchObject({ d: { guilds: [{ id: discord.idOf.guild() }] } });
    const elsewhere = await open(discord);
    elsewhere.send(identify({ shard: [other, 2] }));
    await elsewhere.has(2);
    expect(elsewhere.seen[1]).toMatchObject({ d: { guilds: [] } });
  });

  test.each([
    [4001, () => ({ op: 99 })],
    [4003, () => ({ op: 8, d: {} })],
    [4004, () => identify({ token: 'stolen' })],
    [4010, () => identify({ shard: [2, 2] })],
    [4013, () => identify({ intents: 1 << 30 })],
  ])('is closed with %d', async (code, frame) => {
    const frames = await open(discord);
    frames.send(frame());
    expect(await frames.closed).toBe(code);
  });

  test('is closed where it sends no JSON, identifies twice, or is too fast', async () => {
    const garbled = await open(discord);
    garbled.raw('{');
    expect(await garbled.closed).toBe(4002);
    const twice = await ready();
    twice.send(identify());
    expect(await twice.closed).toBe(4005);
    const fast = await ready();
    times(120, () => fast.send({ op: 1, d: 1 }));
    expect(await fast.closed).toBe(4008);
    expect(discord.violations.map(({ where, code }) => `${where} ${code}`)).toEqual([
      'gateway 4002',
      'gateway 4005',
      'gateway 4008',
    ]);
  });

  test('has a thousand identifies a day; with one more the token is worth nothing', async () => {
    const left = async () => {
      const headers = { Authorization: `Bot ${discord.token}` };
      const response = await fetch(`${discord.apiUrl}/v10/gateway/bot`, { headers });
      return response.ok ? ((await response.json()) as Record<string, object>)['session_start_limit'] : null;
    };
    await ready();
    expect(await left()).toMatchObject({ total: 1000, remaining: 999, max_concurrency: 1 });
    discord.gateway.spend(999);
    expect(await left()).toMatchObject({ remaining: 0 });
    const frames = await open(discord);
    frames.send(identify());
    expect(await frames.closed).toBe(4004);
    expect(await left()).toBeNull();
  });
});
