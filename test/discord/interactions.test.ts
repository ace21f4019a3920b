/** Interactions of every kind: how they are answered, how late, and who sees it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { Events, InteractionContextType, MessageFlags, Routes } from 'discord.js';
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

interface Answers {
  readonly command?: (interaction: ChatInputCommandInteraction) => Promise<unknown>;
  readonly button?: (interaction: ButtonInteraction) => Promise<unknown>;
  readonly select?: (interaction: StringSelectMenuInteraction) => Promise<unknown>;
  readonly modal?: (interaction: ModalSubmitInteraction) => Promise<unknown>;
  readonly menu?: (interaction: MessageContextMenuCommandInteraction) => Promise<unknown>;
}

async function answer(interaction: Interaction, answers: Answers): Promise<unknown> {
  if (interaction.isChatInputCommand()) return answers.command?.(interaction);
  if (interaction.isButton()) return answers.button?.(interaction);
  if (interaction.isStringSelectMenu()) return answers.select?.(interaction);
  if (interaction.isModalSubmit()) return answers.modal?.(interaction);
  if (interaction.isMessageContextMenuCommand()) return answers.menu?.(interaction);
  return undefined;
}

/** What went wrong in a listener. */
function listen(answers: Answers): unknown[] {
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    void answer(interaction, answers).catch((error: unknown) => errors.push(error));
  });
  return errors;
}

const ask = (more: object = {}): Promise<Answer> =>
  discord.command({ user: 'hanako', channel: 'general', name: 'meetup speaker', ...more });

const quiet = { allowedMentions: { parse: [] } } as const;
const hidden = { flags: MessageFlags.Ephemeral } as const;

describe('a command', () => {
  test('brings who, where, the languages and what was meant', async () => {
    const seen: unknown[] = [];
    listen({
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
    listen({ command: (interaction) => interaction.reply({ content: interaction.channelId, ...quiet }) });
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

  test('is called by its name in another language, too', async () => {
    listen({
      command: (interaction) => interaction.reply({ content: interaction.options.getSubcommand(), ...quiet }),
    });
    expect((await ask({ name: 'meetup 検索', options: { query: 'x' } })).text).toBe('search');
  });
});

describe('a callback', () => {
  test('is one, and soon', async () => {
    const results: unknown[] = [];
    const late = Promise.withResolvers<unknown>();
    listen({
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
    listen({
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
    listen({
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
  });

  test('is followed by edits and deletions for a quarter of an hour', async () => {
    const late = Promise.withResolvers<unknown>();
    listen({
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
    listen({
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
    listen({
      command: async (interaction) => {
        const { resource } = await interaction.reply({ content: 'ok', withResponse: true, ...quiet });
        response.resolve(resource?.message?.id);
      },
    });
    const { message } = await ask();
    expect(await response.promise).toBe(message?.id);
  });
});

describe('components', () => {
  const menu = {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'menu',
        placeholder: 'Which?',
        max_values: 2,
        options: [
          { label: 'One', value: '1' },
          { label: 'Two', value: '2' },
          { label: 'Three', value: '3' },
        ],
      },
    ],
  } as const;

  beforeEach(() => {
    listen({
      command: (interaction) =>
        interaction.reply({
          content: 'x',
          components: [menu, buttons('Next', 'Next 2')],
          ...hidden,
          ...quiet,
        }),
      select: (interaction) => interaction.update({ content: interaction.values.join('+'), ...quiet }),
      button: (interaction) =>
        interaction.update({ content: interaction.customId, components: [], ...quiet }),
    });
  });

  test('change the message that they are on', async () => {
    const on = await ask();
    expect(on.text).toBe('x\n[Which? ▾]\n[Next] [Next 2]');
    const chosen = await discord.choose({ user: 'hanako', on, menu: 'Which?', values: ['One', '3'] });
    expect(chosen.text).toContain('1+3');
    const pressed = await discord.press({ user: 'hanako', on: chosen, button: 'Next' });
    expect(pressed).toMatchObject({ kind: 'changed', text: 'next' });
    expect(discord.seenBy('hanako', 'general')).toEqual(['next']);
  });

  test('are used as the client lets one: there, and by whom they are for', async () => {
    const on = await ask();
    const choose = (values: readonly string[]) => () =>
      discord.choose({ user: 'hanako', on, menu: 'menu', values });
    expect(choose(['Four'])).toThrow('has no option Four');
    expect(choose(['One', 'Two', 'Three'])).toThrow('takes 1 to 2, not 3');
    expect(() => discord.press({ user: 'hanako', on, button: 'Back' })).toThrow('there is no [Back] here');
    expect(() => discord.press({ user: 'ken', on, button: 'Next' })).toThrow('ken does not see that message');
  });
});

describe('a form', () => {
  const label = (custom_id: string, more: object = {}) =>
    ({
      type: 18,
      label: custom_id,
      component: { type: 4, custom_id, style: 1, ...more },
    }) as const;

  beforeEach(() => {
    listen({
      command: (interaction) =>
        interaction.showModal({
          custom_id: 'form',
          title: 'Tell',
          components: [label('Name', { max_length: 5 }), label('More', { required: false })],
        }),
      modal: async (interaction) => {
        await interaction.deferReply(hidden);
        const { fields } = interaction;
        await interaction.editReply({
          content: `${fields.getTextInputValue('Name')} ${fields.getTextInputValue('More')}.`,
          ...quiet,
        });
      },
    });
  });

  test('is an answer itself, and is filled in and sent', async () => {
    const opened = await ask();
    expect(opened).toMatchObject({ kind: 'modal', modal: { data: { custom_id: 'form' } } });
    expect(opened.text).toBe('== Tell ==\nName: []\nMore: []\n(Submit)');
    const sent = await discord.submit({ user: 'hanako', values: { Name: 'Ken' } });
    expect(sent.text).toBe('Ken .');
    expect(discord.modal('hanako')).toBeNull();
  });

  test('is not sent by the client while something is wrong', async () => {
    await ask();
    const submit = (values: Record<string, string>) => () => discord.submit({ user: 'hanako', values });
    expect(submit({})).toThrow('Name is required');
    expect(submit({ Name: 'too long' })).toThrow('Name takes 0 to 5 characters');
    expect(submit({ Name: 'x', Other: 'y' })).toThrow('there is no field Other');
    discord.close({ user: 'hanako' });
    expect(submit({ Name: 'x' })).toThrow('has no form');
  });
});

test('a command in the menu of a message brings the message, with its content', async () => {
  listen({
    menu: async (interaction) => {
      await interaction.deferReply(hidden);
      await interaction.editReply({ content: `about ${interaction.targetMessage.content}`, ...quiet });
    },
  });
  const on = await discord.post({ user: 'ken', channel: 'general', text: 'a talk' });
  const { text } = await discord.messageCommand({ user: 'hanako', on, name: 'Collect notes' });
  expect(text).toBe('about a talk');
  expect(discord.violations).toEqual([]);
});
