/** Discord as a chat: the suite that every chat passes, in the simulated server. */
import { afterEach } from '@jest/globals';
import { buttonsIn } from './screen.ts';
import type { Room, Seen } from '../../contract/chat.ts';
import { describeChat } from '../../contract/chat.ts';
import type { Answer, Discord } from '../../discord/index.ts';
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
  };
}

describeChat('Discord', open);
