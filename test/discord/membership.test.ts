/** Coming and going, of people, the app and channels, as discord.js hears of it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'discord.js';
import { ChannelType, Events, GatewayIntentBits, Routes } from 'discord.js';
import { connect, outcome } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';

let discord: Discord;
let client: Client<true>;

beforeEach(async () => {
  discord = await startDiscord();
  client = await connect(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

describe('coming and going', () => {
  const once = (event: Events.GuildCreate | Events.GuildDelete) =>
    new Promise<string>((resolve) => {
      client.once(event, ({ name }) => resolve(name));
    });

  test('of people is heard of with the intent for members', async () => {
    const left = new Promise<string>((resolve) => {
      client.once(Events.GuildMemberRemove, ({ user }) => resolve(user.username));
    });
    await discord.leave({ user: 'ken' });
    expect(await left).toBe('ken');
    const joined = new Promise<string>((resolve) => {
      client.once(Events.GuildMemberAdd, ({ user }) => resolve(user.username));
    });
    await discord.join({ user: 'ken' });
    expect(await joined).toBe('ken');
  });

  test('of the app is heard of, and in between nothing', async () => {
    const gone = once(Events.GuildDelete);
    await discord.uninstall();
    expect(await gone).toBe('Meetup Tokyo');
    const received: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => received.push(content));
    await discord.post({ user: 'ken', channel: 'general', text: 'nobody hears' });
    await expect(discord.command({ user: 'ken', channel: 'general', name: 'x' })).rejects.toThrow(
      'there is no command x',
    );
    const back = once(Events.GuildCreate);
    await discord.install();
    expect(await back).toBe('Meetup Tokyo');
    expect(received).toEqual([]);
  });
});

test('a channel is called by its guild where several have one, and is gone when somebody deletes it', async () => {
  const guilds = ['Tokyo', 'Osaka'].map((name) => ({ name, rooms: [{ name: 'general' }] }));
  const two = await startDiscord({ guilds });
  const other = await connect(two);
  await expect(two.post({ user: 'ken', channel: 'general', text: 'x' })).rejects.toThrow('say which by id');
  await two.post({ user: 'ken', channel: 'Osaka/general', text: 'x' });
  expect([two.seenBy('gus', 'Osaka/general'), two.seenBy('gus', 'Tokyo/general')]).toEqual([['x'], []]);
  const gone = new Promise<string>((resolve) => {
    other.once(Events.ChannelDelete, ({ id }) => resolve(id));
  });
  const id = two.idOf.channel('Osaka/general');
  await two.removeChannel('Osaka/general');
  expect(await gone).toBe(id);
  expect(two.idOf.channel('general')).toBe(two.idOf.channel('Tokyo/general'));
  await other.destroy();
  await two.stop();
});

describe('who is there', () => {
  const names = ['hanako', 'ken', 'yui', 'gus', 'owner', 'meetup'];

  test('is told over the gateway to whom asks, and page by page over REST', async () => {
    const guild = client.guilds.cache.first();
    const members = await guild?.members.fetch();
    expect(members?.map(({ user }) => user.username).toSorted()).toEqual(names.toSorted());
    const page = await guild?.members.list({ limit: 2, cache: false });
    expect(page?.map(({ user }) => user.username)).toEqual(['meetup', 'owner']);
    const next = await guild?.members.list({ limit: 2, after: discord.idOf.user('hanako'), cache: false });
    expect(next?.map(({ user }) => user.username)).toEqual(['ken', 'yui']);
  });

  test('is not told to an app without the switch for members', async () => {
    const strict = await startDiscord({ app: { privileged: 0 } });
    const other = await connect(strict, { intents: [GatewayIntentBits.Guilds] });
    const list = other.guilds.cache.first()?.members.list() ?? Promise.resolve();
    expect(await outcome(list)).toBe(50001);
    await other.destroy();
    await strict.stop();
  });
});

test('an invite leads to its channel', async () => {
  const channel = await client.channels.fetch(discord.idOf.channel('general'));
  if (channel?.type !== ChannelType.GuildText) throw new Error('no channel of text');
  const { code } = await channel.createInvite();
  expect((await client.fetchInvite(code)).channel?.id).toBe(channel.id);
  expect(await outcome(client.rest.get(Routes.invite('nothing')))).toBe(10006);
});
