/** Discord as a chat: the suites that every chat passes, and every chat with forms, in the simulated server. */
import { afterEach } from '@jest/globals';
import { buttonsIn } from './screen.ts';
import type { Room, Seen } from '../../contract/chat.ts';
import { describeChat } from '../../contract/chat.ts';
import type { FormRoom, SeenForm } from '../../contract/form.ts';
import { describeForms } from '../../contract/form.ts';
import type { Bot } from '../../../src/port.ts';
import type { Answer, Discord } from '../../discord/index.ts';
import type { Component } from '../../discord/component.ts';
import type { Connected } from './connected.ts';
import { openDiscord } from './connected.ts';

let connected: Connected;

afterEach(() => connected.stop());

/** What stands in the channel and in Hanako's conversation with the bot, in the order of its time. */
const shown = (discord: Discord): string[] => {
  const { state } = discord;
  const direct = [...state.channels.values()].find(({ guild }) => guild === null)?.id;
  return ['general', ...(direct === undefined ? [] : [direct])]
    .flatMap((channel) => {
      const texts = discord.seenBy('hanako', channel);
      return discord
        .messages(channel)
        .filter(({ onlyFor }) => onlyFor === null)
        .map(({ id }, index) => ({ id: BigInt(id), text: texts[index] ?? '' }));
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ text }) => text);
};

async function open(): Promise<Room> {
  connected = await openDiscord();
  const { discord } = connected;
  let last: Answer | null = null;
  const keep = (answer: Answer): Seen => {
    last = answer;
    return { text: answer.text, buttons: buttonsIn(answer) };
  };
  return {
    chat: connected.create(),
    place: {
      platform: 'discord',
      workspace: discord.idOf.guild(),
      channel: discord.idOf.channel('general'),
      visibility: 'public',
    },
    member: { id: discord.idOf.user('hanako'), name: 'hanako', organiser: false, guest: false },
    say: async (line) =>
      keep(await discord.ask({ user: 'hanako', channel: 'general', text: `@meetup ${line}` })),
    reply: async (ref, text) => {
      const [channel = '', id = ''] = ref.split('/');
      const thread = await discord.startThread({ user: 'hanako', name: 'notes', on: { id, channel } });
      return discord.post({ user: 'hanako', channel: thread.id, text });
    },
    press: async (button) => {
      if (last === null) throw new Error('nothing was said so far');
      return keep(await discord.press({ user: 'hanako', on: last, button }));
    },
    shown: () => shown(discord),
    blind: () => discord.permit({ channel: 'general', who: 'meetup', deny: ['readHistory'] }),
  };
}

describeChat('Discord', open);

/** A form, as one sees it. */
function formIn({ modal }: Answer): SeenForm {
  if (modal === null) throw new Error('no form is there');
  const components = modal.data.components as readonly unknown[] as readonly Component[];
  const fields = components.map(({ label = '', component }) => [label, component?.value ?? '']);
  return { title: modal.data.title, fields: Object.fromEntries(fields) as SeenForm['fields'] };
}

async function openForms(bot: Bot): Promise<FormRoom> {
  connected = await openDiscord({}, bot);
  const { discord } = connected;
  const user = 'hanako';
  const at = { user, channel: 'general' };
  let last: Answer | null = null;
  const keep = (answer: Answer): Seen => {
    last = answer;
    return { text: answer.text, buttons: buttonsIn(answer) };
  };
  return {
    chat: connected.create(),
    place: {
      platform: 'discord',
      workspace: discord.idOf.guild(),
      channel: discord.idOf.channel('general'),
      visibility: 'public',
    },
    say: async (line) => keep(await discord.ask({ ...at, text: `@meetup ${line}` })),
    open: async (line) => formIn(await discord.command({ ...at, name: `meetup ${line}`, options: {} })),
    openBy: async (button) => {
      if (last === null) throw new Error('nothing was said so far');
      return formIn(await discord.press({ user, on: last, button }));
    },
    send: async (values) => keep(await discord.submit({ user, values })),
  };
}

describeForms('Discord', openForms);
