/** The simulator as the real discord.js sees it: a guild in which somebody talks with an app. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Client, Interaction } from 'discord.js';
import { Events, MessageFlags } from 'discord.js';
import { connect } from './client.ts';
import type { Discord } from './index.ts';
import { NotAcknowledged, startDiscord } from './index.ts';
import { buttons, commands } from './sample.ts';

let discord: Discord;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord({ commands, deadline: 300 });
  client = await connect(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

const quiet = { allowedMentions: { parse: [] } } as const;

const onInteraction = (listen: (interaction: Interaction) => Promise<unknown>): void => {
  client.on(Events.InteractionCreate, (interaction) => void listen(interaction));
};

test('a command is deferred, answered and shared, and the transcript tells it', async () => {
  onInteraction(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const query = interaction.options.getString('query', true);
      await interaction.editReply({ content: `*${query}*`, components: [buttons('Share')], ...quiet });
    }
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.followUp({ content: 'shared', ...quiet });
  });
  const place = { user: 'hanako', channel: 'general' };
  const answer = await discord.command({ ...place, name: 'meetup search', options: { query: '監視' } });
  expect(answer.text).toBe('*監視*\n[Share]');
  const shared = await discord.press({ user: 'hanako', on: answer, button: 'Share' });
  expect(shared.text).toBe('shared');
  expect(discord.seenBy('ken', 'general')).toEqual(['shared']);
  expect(discord.seenBy('hanako', 'general')).toEqual(['*監視*\n[Share]', 'shared']);
  expect(discord.transcript()).toBe(
    [
      '#general hanako: /meetup search query:監視',
      '#general meetup → hanako:',
      '  *監視*',
      '  [Share]',
      '#general hanako: [Share]',
      '#general meetup: shared',
      '',
    ].join('\n'),
  );
  expect(discord.violations).toEqual([]);
  expect(discord.pings).toEqual([]);
});

test('what is typed is suggested to', async () => {
  onInteraction(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name} ${value}`, value: 'id1' }]);
  });
  const asked = { user: 'ken', channel: 'dm', name: 'meetup search', option: 'query' };
  expect(await discord.suggest({ ...asked, options: { query: 'do' } })).toEqual([
    { name: 'query do', value: 'id1' },
  ]);
});

test('a callback that does not come is missed', async () => {
  const asked = discord.command({ user: 'ken', channel: 'dm', name: 'meetup speaker' });
  await expect(asked).rejects.toThrow(NotAcknowledged);
});

test('a message reaches the app, and is answered', async () => {
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return;
    void message.reply({ content: `you said ${message.content}`, ...quiet });
  });
  const answer = await discord.ask({ user: 'ken', channel: 'dm', text: 'hello' });
  expect(answer.text).toBe('↱ ken\nyou said hello');
});
