/** Components, forms and the menu of a message. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from 'discord.js';
import { Events } from 'discord.js';
import { hidden, listen, quiet } from './answers.ts';
import { connect } from './client.ts';
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
    listen(client, {
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

  test('choose people by name, and lead elsewhere without a word to the app', async () => {
    const people = { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Who?' }] } as const;
    const link = {
      type: 1,
      components: [{ type: 2, style: 5, label: 'Slides', url: 'https://example.org/' }],
    } as const;
    const channel = await client.channels.fetch(discord.idOf.channel('general'));
    if (!channel?.isSendable()) throw new Error('no channel to send to');
    const { id } = await channel.send({ content: 'x', components: [people, link], ...quiet });
    const on = discord.messages('general').find((message) => message.id === id);
    if (!on) throw new Error('no message');
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isUserSelectMenu())
        void interaction.reply({
          content: interaction.users.map(({ username }) => username).join(),
          ...quiet,
        });
    });
    const chosen = await discord.choose({ user: 'hanako', on, menu: 'Who?', values: ['ken'] });
    expect(chosen.text).toBe('ken');
    expect(discord.follow({ user: 'hanako', on, button: 'Slides' })).toBe('https://example.org/');
    expect(discord.seenBy('gus', 'general')[0]).toBe('x\n[Who? ▾]\n[Slides <https://example.org/>]');
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
    listen(client, {
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
  listen(client, {
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
