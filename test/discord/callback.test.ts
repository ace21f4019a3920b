/** Callbacks and what follows them: how late, how often, and who sees it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'discord.js';
import { Routes } from 'discord.js';
import { hidden, listen, quiet } from './answers.ts';
import { connect, outcome } from './client.ts';
import type { Answer, Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { buttons, commands } from './sample.ts';

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

describe('a callback', () => {
  test('is one, and soon', async () => {
    const results: unknown[] = [];
    const late = Promise.withResolvers<unknown>();
    listen(client, {
      command: async (interaction) => {
        await interaction.deferReply();
        const again = client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
          body: { type: 5 },
          auth: false,
        });
        results.push(await outcome(again));
        await interaction.editReply({ content: 'ok', ...quiet });
      },
      button: async (interaction) => {
        discord.advance(3001);
        late.resolve(await outcome(interaction.deferUpdate()));
      },
    });
    const on = await ask({ options: {} });
    expect(on.text).toBe('ok');
    await client.rest.patch(Routes.channelMessage(discord.idOf.channel('general'), on.message?.id ?? ''), {
      body: { components: [buttons('Late')] },
    });
    await expect(discord.press({ user: 'ken', on, button: 'Late' })).rejects.toThrow('not acknowledged');
    expect([...results, await late.promise]).toEqual([40060, 10062]);
  });

  test('of another type than the interaction allows is refused', async () => {
    const results: unknown[] = [];
    listen(client, {
      command: async (interaction) => {
        const callback = Routes.interactionCallback(interaction.id, interaction.token);
        for (const type of [6, 7, 8, 99])
          results.push(await outcome(client.rest.post(callback, { body: { type, data: {} }, auth: false })));
        await interaction.reply({ content: 'ok', ...quiet });
      },
    });
    await ask();
    expect(results).toEqual([50035, 50035, 50035, 50035]);
  });

  test('settles who sees the answer, whatever is said later', async () => {
    listen(client, {
      command: async (interaction) => {
        await interaction.deferReply(hidden);
        await interaction.followUp({ content: 'first', ...quiet });
        await interaction.followUp({ content: 'second', ...quiet });
        await interaction.followUp({ content: 'third', ...hidden, ...quiet });
      },
    });
    const first = await ask();
    expect(first.message).toMatchObject({ content: 'first', onlyFor: discord.idOf.user('hanako') });
    await discord.sees({ user: 'hanako', text: 'third' });
    expect(discord.seenBy('hanako', 'general')).toEqual(['first', 'second', 'third']);
    expect(discord.seenBy('ken', 'general')).toEqual(['second']);
    const history = await client.rest.get(Routes.channelMessages(discord.idOf.channel('general')));
    expect(history).toMatchObject([{ content: 'second' }]);
    expect(history).toHaveLength(1);
  });

  test('is followed by edits and deletions for a quarter of an hour', async () => {
    const late = Promise.withResolvers<unknown>();
    listen(client, {
      command: async (interaction) => {
        await interaction.reply({ content: 'one', ...quiet });
        await interaction.editReply({ content: 'two', ...quiet });
        const { id } = await interaction.followUp({ content: 'three', ...quiet });
        await interaction.deleteReply(id);
        discord.advance(15 * 60_000 + 1);
        late.resolve(await outcome(interaction.editReply({ content: 'late' })));
      },
    });
    await ask();
    expect(await late.promise).toBe(50027);
    expect(discord.seenBy('ken', 'general')).toEqual(['two']);
  });

  test('comes before anything else is said', async () => {
    const results: unknown[] = [];
    listen(client, {
      command: async (interaction) => {
        const { webhook } = interaction;
        results.push(await outcome(webhook.editMessage('@original', { content: 'early' })));
        results.push(await outcome(webhook.send({ content: 'early' })));
        await interaction.reply({ content: 'ok', ...quiet });
      },
    });
    await ask();
    expect(results).toEqual([10015, 10015]);
  });

  test('with a response brings the message', async () => {
    const response = Promise.withResolvers<string | undefined>();
    listen(client, {
      command: async (interaction) => {
        const { resource } = await interaction.reply({ content: 'ok', withResponse: true, ...quiet });
        response.resolve(resource?.message?.id);
      },
    });
    const { message } = await ask();
    expect(await response.promise).toBe(message?.id);
  });
});
