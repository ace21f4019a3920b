/** Channels and roles by their names, as servers have them, and commands that are about a channel. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Call, Directory } from '../../../src/port.ts';
import type { Options as DiscordOptions } from '../../discord/index.ts';
import { guilds, rooms } from '../../discord/seed.ts';
import { tellingBot } from '../telling.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let calls: Call[];

beforeEach(() => {
  calls = [];
});
afterEach(() => connected.stop());

async function open(options: DiscordOptions = {}, wishes: Partial<Options> = {}): Promise<Directory> {
  const bot = tellingBot(calls);
  connected = await openDiscord(options, bot);
  const chat = connected.create(wishes);
  await chat.start(bot);
  return chat.directory;
}

const idOf = (name: string): string => connected.discord.idOf.channel(name);

const roleOf = (name: string): string | undefined =>
  [...(connected.discord.state.guilds.values().next().value?.roles.values() ?? [])].find(
    (role) => role.name === name,
  )?.id;

describe('a channel', () => {
  test.each([
    ['general', 'public'],
    ['#general', 'public'],
    ['staff', 'private'],
    ['news', 'public'],
  ])('is found by %s', async (name, visibility) => {
    const directory = await open();
    const workspace = connected.discord.idOf.guild('Meetup Tokyo');
    const bare = name.replace('#', '');
    const found = { platform: 'discord', workspace, channel: idOf(bare), name: `#${bare}`, visibility };
    for (const where of [null, workspace])
      expect(await directory.channel({ name, workspace: where })).toEqual(found);
    expect(await directory.channel({ name: idOf(bare), workspace: null })).toEqual(found);
    expect(await directory.channel({ name, workspace: '999999' })).toBeNull();
  });

  test.each(['random', 'questions', 'nowhere'])(
    'in which it may not write messages is none: %s',
    async (name) => {
      const directory = await open();
      expect(await directory.channel({ name, workspace: null })).toBeNull();
    },
  );

  test('in which it may not write any more is none', async () => {
    const directory = await open({
      guilds: [{ name: 'Meetup Tokyo', rooms: [{ name: 'general', appMayNot: ['sendMessages'] }] }],
    });
    expect(await directory.channel({ name: 'general', workspace: null })).toBeNull();
  });

  const two = [...guilds, { name: 'Meetup Osaka', rooms: [...rooms, { name: 'osaka' }] }];

  test('of the same name in two servers is none, unless one says in which', async () => {
    const directory = await open({ guilds: two });
    const workspace = connected.discord.idOf.guild('Meetup Osaka');
    expect(await directory.channel({ name: 'general', workspace: null })).toBeNull();
    expect(await directory.channel({ name: 'general', workspace })).toMatchObject({
      workspace,
      name: '#general',
    });
    expect(await directory.channel({ name: 'osaka', workspace: null })).toMatchObject({ workspace });
  });

  test('of a server that is not the community’s is none', async () => {
    const listed: string[] = [];
    const settings = async () => ({ locale: 'ja' as const, organisers: [], workspaces: listed });
    const directory = await open({ guilds: two }, { settings });
    listed.push(connected.discord.idOf.guild('Meetup Tokyo'));
    const workspace = connected.discord.idOf.guild('Meetup Osaka');
    expect(await directory.channel({ name: 'osaka', workspace: null })).toBeNull();
    expect(await directory.channel({ name: 'general', workspace })).toBeNull();
    expect(await directory.role({ name: 'organisers', workspace })).toBeNull();
    expect(await directory.channel({ name: 'general', workspace: null })).not.toBeNull();
  });

  test('is not known before the chat has started', async () => {
    connected = await openDiscord();
    const { directory } = connected.create();
    await expect(directory.channel({ name: 'general', workspace: null })).rejects.toThrow('not been started');
  });
});

describe('a role', () => {
  test.each(['organisers', '@organisers', '@Organisers'])('is found by %s', async (name) => {
    const directory = await open();
    const workspace = connected.discord.idOf.guild('Meetup Tokyo');
    expect(await directory.role({ name, workspace })).toBe(roleOf('organisers'));
    expect(await directory.role({ name, workspace: '999999' })).toBeNull();
  });

  test.each(['everyone', '@everyone', 'here', '@here', 'nobody'])('is not %s', async (name) => {
    const directory = await open();
    const workspace = connected.discord.idOf.guild('Meetup Tokyo');
    expect(await directory.role({ name, workspace })).toBeNull();
    expect(await directory.role({ name: workspace, workspace })).toBeNull();
  });
});

describe('a command about a channel', () => {
  test('gets the one that is chosen', async () => {
    await open();
    const { discord } = connected;
    const options = { channel: idOf('general'), when: 'every Mon 09:00' };
    await discord.command({ user: 'yui', channel: 'general', name: 'meetup tell', options });
    const input = { channel: `<#${idOf('general')}|general>`, when: 'every Mon 09:00' };
    expect(calls.at(-1)).toMatchObject({ command: 'tell', input });
  });

  test('gets the one that a message names', async () => {
    await open();
    const text = '@meetup tell #general every Mon 09:00';
    await connected.discord.ask({ user: 'yui', channel: 'general', text });
    expect(calls.at(-1)?.command).toBe('tell');
    expect(calls.at(-1)?.input).toMatch(
      new RegExp(`^channel:<#${idOf('general')}\\|general> +every Mon 09:00$`),
    );
  });

  test('is told nothing of what a private one is called', async () => {
    await open();
    await connected.discord.ask({
      user: 'yui',
      channel: 'general',
      text: `@meetup hush <#${idOf('staff')}>`,
    });
    expect(calls.at(-1)?.command).toBe('hush');
    expect(JSON.stringify(calls.at(-1)?.input)).not.toContain('|staff>');
  });

  test('can be asked about channels alone in which the bot writes', async () => {
    await open();
    const { discord } = connected;
    await expect(
      discord.command({
        user: 'yui',
        channel: 'general',
        name: 'meetup hush',
        options: { channel: idOf('questions') },
      }),
    ).rejects.toThrow('offers no channels of type 15');
  });
});
