/** Who asks, and who can read the answer: as Discord says at every call. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Call } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let calls: Call[];

const start = (settings: Partial<Awaited<ReturnType<Options['settings']>>> = {}) =>
  connected.start(
    botOf(() => say('here'), calls),
    { settings: async () => ({ locale: 'ja', organisers: [], workspaces: [], ...settings }) },
  );

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  calls = [];
});
afterEach(() => connected.stop());

/** The calls of somebody: by a command, and by a message. */
async function callsOf(user: string, channel = 'general'): Promise<readonly Call[]> {
  const before = calls.length;
  await discord.command({ user, channel, name: 'meetup search', options: { text: 'x' } });
  await discord.ask({ user, channel, text: '@meetup y' });
  // Where the rights of a channel change the bot looks by itself whether it is let in again.
  return calls.slice(before).filter(({ command }) => command !== 'joined');
}

const rightsOf = async (user: string, channel?: string) =>
  (await callsOf(user, channel)).map(({ person: { organiser, guest } }) => ({ organiser, guest }));

const organiser = { organiser: true, guest: false };
const member = { organiser: false, guest: false };

describe('an organiser', () => {
  test('is who may manage the server, wherever they ask', async () => {
    await start();
    for (const channel of ['general', 'staff', 'dm'])
      expect(await rightsOf('yui', channel)).toEqual([organiser, organiser]);
    for (const channel of ['general', 'dm']) expect(await rightsOf('ken', channel)).toEqual([member, member]);
  });

  test('is who owns the server', async () => {
    await start();
    await discord.join({ user: 'owner' });
    expect(await rightsOf('owner')).toEqual([organiser, organiser]);
  });

  test('is whom the settings name, by id or by username', async () => {
    await start({ organisers: [discord.idOf.user('ken'), '@gus'] });
    expect(await rightsOf('ken')).toEqual([organiser, organiser]);
    expect(await rightsOf('gus')).toEqual([organiser, organiser]);
    expect(await rightsOf('hanako')).toEqual([member, member]);
  });

  test('is none any more as soon as they may not manage the server', async () => {
    await start();
    expect(await rightsOf('yui')).toEqual([organiser, organiser]);
    await discord.grant({ user: 'yui', roles: [] });
    expect(await rightsOf('yui')).toEqual([member, member]);
  });

  test('is nobody who calls themselves so', async () => {
    await start({ organisers: ['yui'] });
    const guild = discord.state.guilds.get(discord.idOf.guild());
    const ken = guild?.members.get(discord.idOf.user('ken'));
    if (guild === undefined || ken === undefined) throw new Error('nobody');
    guild.members.set(ken.user, { ...ken, nick: 'yui' });
    const [call] = await callsOf('ken');
    expect(call?.person).toMatchObject({ name: 'yui', organiser: false });
  });
});

describe('someone in no server of the community', () => {
  test('who talks to the bot alone is told so, and may do nothing', async () => {
    const rooms = [{ name: 'general' }];
    await connected.stop();
    connected = await openDiscord({
      guilds: [
        { name: 'Ours', rooms, without: ['ken'] },
        { name: 'Theirs', rooms: [{ name: 'lounge' }] },
      ],
    });
    ({ discord } = connected);
    await start({ organisers: [discord.idOf.user('ken')], workspaces: [discord.idOf.guild('Ours')] });
    const used = { user: 'ken', channel: 'dm', name: 'meetup search', options: { text: 'x' } };
    expect((await discord.command(used)).text).toContain('can not answer');
    expect((await discord.ask({ user: 'ken', channel: 'dm', text: 'docker' })).text).toContain('can not');
    expect(await discord.suggest({ ...used, option: 'text' })).toEqual([]);
    expect(calls).toEqual([]);
    await discord.ask({ user: 'hanako', channel: 'dm', text: 'docker' });
    expect(calls[0]?.place.workspace).toBe(discord.idOf.guild('Ours'));
  });

  test('whom Discord does not name gets no answer that could be for others', async () => {
    await start();
    discord.fail('get_guild_member', { kind: 'status', status: 500 }, 3);
    const { text } = await discord.ask({ user: 'ken', channel: 'dm', text: 'docker' });
    expect([text, calls]).toEqual([expect.stringContaining('申し訳'), []]);
  });
});

describe('a place', () => {
  const visibilityOf = async (channel: string, user = 'yui') =>
    (await callsOf(user, channel)).map(({ place }) => place.visibility);

  test('is public where everyone in the server looks, and direct where nobody else does', async () => {
    await start();
    expect(await visibilityOf('general')).toEqual(['public', 'public']);
    expect(await visibilityOf('staff')).toEqual(['private', 'private']);
    expect(await visibilityOf('dm')).toEqual(['direct', 'direct']);
  });

  test('that was made private is private from then on', async () => {
    await start();
    expect(await visibilityOf('general')).toEqual(['public', 'public']);
    await discord.permit({ channel: 'general', who: 'meetup', allow: ['viewChannel'] });
    await discord.permit({ channel: 'general', who: 'organisers', allow: ['viewChannel'] });
    await discord.permit({ channel: 'general', who: '@everyone', deny: ['viewChannel'] });
    expect(await visibilityOf('general')).toEqual(['private', 'private']);
  });

  test('in a thread is as its channel; a private thread is private', async () => {
    await start();
    const on = await discord.post({ user: 'yui', channel: 'general', text: 'docker?' });
    const open = await discord.startThread({ user: 'yui', name: 'open', on });
    const inStaff = await discord.post({ user: 'yui', channel: 'staff', text: 'docker?' });
    const staff = await discord.startThread({ user: 'yui', name: 'ours', on: inStaff });
    expect(await visibilityOf(open.id)).toEqual(['public', 'public']);
    expect(await visibilityOf(staff.id)).toEqual(['private', 'private']);
    const shut = await discord.startThread({
      user: 'yui',
      name: 'shut',
      channel: 'general',
      isPrivate: true,
    });
    await discord.command({ user: 'yui', channel: shut.id, name: 'meetup search', options: { text: 'x' } });
    expect(calls.at(-1)?.place).toMatchObject({ visibility: 'private', thread: shut.id });
  });
});

describe('the language of somebody', () => {
  test('is what their Discord speaks, and is known of their messages once they have used a command', async () => {
    await start();
    await discord.ask({ user: 'ken', channel: 'general', text: '@meetup before' });
    await callsOf('ken');
    expect(calls.map(({ locale }) => locale)).toEqual(['ja', 'en', 'en']);
  });
});

describe('someone who is named', () => {
  test('in a question is who they are called in the server, and in an option too', async () => {
    const guild = discord.state.guilds.get(discord.idOf.guild());
    const ken = guild?.members.get(discord.idOf.user('ken'));
    if (guild === undefined || ken === undefined) throw new Error('nobody');
    guild.members.set(ken.user, { ...ken, nick: 'Ken-chan' });
    await start();
    await discord.ask({
      user: 'hanako',
      channel: 'general',
      text: '@meetup talks of @ken in #staff and #general',
    });
    expect(calls.at(-1)?.input).toMatch(/^talks of @Ken-chan in #unknown-[0-9a-f]{4} and #general$/);
  });
});

describe('a question in a thread', () => {
  test('is no question to Discord: where it is has been told, or else it is private', async () => {
    await start();
    const on = await discord.post({ user: 'ken', channel: 'general', text: 'docker?' });
    const thread = await discord.startThread({ user: 'ken', name: 'open', on });
    await discord.ask({ user: 'ken', channel: thread.id, text: '@meetup x' });
    expect(discord.calls.filter(({ operation }) => operation === 'get_channel')).toEqual([]);
    discord.fail('get_channel', { kind: 'status', status: 500 }, 3);
    discord.gateway.tell(
      'MESSAGE_CREATE',
      {
        id: '5',
        type: 0,
        channel_id: '7',
        guild_id: discord.idOf.guild(),
        author: { id: discord.idOf.user('ken'), username: 'ken' },
        member: { roles: [] },
        content: `<@${discord.appId}> y`,
        mentions: [],
      },
      discord.idOf.guild(),
    );
    await discord.until(() => calls.length === 2);
    expect(calls.map(({ place }) => place.visibility)).toEqual(['public', 'private']);
  });
});
