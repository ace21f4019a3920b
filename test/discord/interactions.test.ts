/** Commands: what they bring, and how the client lets people use them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'discord.js';
import { InteractionContextType, Routes } from 'discord.js';
import { listen, quiet } from './answers.ts';
import { connect } from './client.ts';
import type { Answer, Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { commands } from './sample.ts';

let discord: Discord;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord({ commands, deadline: 300, patience: 1000 });
  client = await connect(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

const ask = (more: object = {}): Promise<Answer> =>
  discord.command({ user: 'hanako', channel: 'general', name: 'meetup speaker', ...more });

describe('a command', () => {
  test('brings who, where, the languages and what was meant', async () => {
    const seen: unknown[] = [];
    listen(client, {
      command: async (interaction) => {
        const { locale, guildLocale, context, memberPermissions } = interaction;
        const who = interaction.options.getUser('who')?.username;
        seen.push([who, locale, guildLocale, context, memberPermissions?.has('ManageGuild')]);
        await interaction.reply({ content: 'ok', ...quiet });
      },
    });
    await ask({ options: { who: 'ken' } });
    await discord.command({ user: 'yui', channel: 'staff', name: 'meetup speaker' });
    await discord.command({ user: 'ken', channel: 'dm', name: 'meetup speaker' });
    expect(seen).toEqual([
      ['ken', 'ja', 'ja', InteractionContextType.Guild, false],
      [undefined, 'ja', 'ja', InteractionContextType.Guild, true],
      [undefined, 'en-US', null, InteractionContextType.BotDM, undefined],
    ]);
  });

  test('is used in threads and posts, but not in those that are archived', async () => {
    listen(client, {
      command: (interaction) => interaction.reply({ content: interaction.channelId, ...quiet }),
    });
    const thread = await discord.startThread({ user: 'ken', channel: 'general', name: 'talk', text: 'hi' });
    expect((await ask({ channel: 'talk' })).text).toBe(thread.id);
    await discord.startThread({
      user: 'ken',
      channel: 'questions',
      name: 'how',
      text: 'hi',
      tags: ['search'],
    });
    expect((await ask({ channel: 'how' })).message?.channel).toBe(discord.idOf.channel('how'));
    await discord.archive({ thread: 'how' });
    await expect(ask({ channel: 'how' })).rejects.toThrow('how is archived');
  });

  test('is used as the client lets one: registered, complete, of the right type', async () => {
    const search = (options: object, name = 'meetup search') => ask({ name, options });
    await expect(search({}, 'other')).rejects.toThrow('there is no command other');
    await expect(search({}, 'meetup')).rejects.toThrow('say which: search, speaker');
    await expect(search({})).rejects.toThrow('query is required');
    await expect(search({ query: 1 })).rejects.toThrow('takes a string');
    await expect(search({ query: 'x', page: 0 })).rejects.toThrow('page does not take 0');
    await expect(search({ query: 'x', colour: 'red' })).rejects.toThrow('there is no option colour');
    await expect(ask({ user: 'ken', channel: 'staff' })).rejects.toThrow('ken may not use commands in staff');
  });

  test('is there only where it says, and in a guild only in that guild', async () => {
    const rest = client.rest;
    const description = 'x';
    await rest.put(Routes.applicationCommands(discord.appId), {
      body: [
        { name: 'guilds', description, contexts: [0] },
        { name: 'direct', description, contexts: [1] },
      ],
    });
    const here = Routes.applicationGuildCommands(discord.appId, discord.idOf.guild());
    await rest.put(here, { body: [{ name: 'here', description }] });
    listen(client, {
      command: (interaction) => interaction.reply({ content: interaction.commandName, ...quiet }),
    });
    expect((await ask({ name: 'guilds' })).text).toBe('guilds');
    expect((await ask({ name: 'here' })).text).toBe('here');
    expect((await ask({ name: 'direct', channel: 'dm' })).text).toBe('direct');
    await expect(ask({ name: 'guilds', channel: 'dm' })).rejects.toThrow('only: direct');
    await expect(ask({ name: 'direct' })).rejects.toThrow('only: here, guilds');
  });

  test('is called by its name in another language, too', async () => {
    listen(client, {
      command: (interaction) => interaction.reply({ content: interaction.options.getSubcommand(), ...quiet }),
    });
    expect((await ask({ name: 'meetup 検索', options: { query: 'x' } })).text).toBe('search');
  });
});
