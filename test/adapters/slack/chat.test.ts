/** Slack as a chat: the suite that every chat passes, in the simulated workspace. */
import { afterEach } from '@jest/globals';
import type { Chat } from '../../../src/port.ts';
import type { Room, Seen } from '../../contract/chat.ts';
import { describeChat } from '../../contract/chat.ts';
import type { Answer, Slack } from '../../slack/index.ts';
import { openSlack } from './connected.ts';
import type { Connected } from './connected.ts';
import { seen } from './seen.ts';

let connected: Connected;

afterEach(() => connected.stop());

/** What stands in the channel and in Hanako's conversation with the bot, in the order of its time. */
const shown = (slack: Slack): string[] =>
  ['CGENERAL', 'DHANAKO']
    .flatMap((channel) => {
      // Their conversation with the bot begins when somebody looks.
      const texts = slack.seenBy('hanako', channel.startsWith('D') ? 'dm' : channel);
      return slack.messages(channel).map(({ ts }, index) => ({ ts: Number(ts), text: texts[index] ?? '' }));
    })
    .toSorted((a, b) => a.ts - b.ts)
    .map(({ text }) => text);

async function open(): Promise<Room> {
  connected = await openSlack();
  const { slack } = connected;
  const chat: Chat = connected.create();
  let last: Answer | null = null;
  const keep = (answer: Answer): Seen => {
    last = answer;
    return seen(answer);
  };
  return {
    chat,
    place: { platform: 'slack', workspace: 'TMEETUP', channel: 'CGENERAL', visibility: 'public' },
    member: { id: 'UHANAKO', name: 'hanako', organiser: false, guest: false },
    say: async (text) => keep(await slack.command({ user: 'hanako', channel: 'general', text })),
    reply: (ref, text) => {
      const ts = ref.split('/')[1] ?? '';
      return slack.post({ user: 'hanako', channel: 'general', text, thread: { ts, thread: null } });
    },
    press: async (button) => {
      if (last === null) throw new Error('nothing was said so far');
      return keep(await slack.press({ user: 'hanako', on: last, button }));
    },
    shown: () => shown(slack),
    blind: async () => slack.fail('conversations.history', { kind: 'error', error: 'missing_scope' }),
  };
}

describeChat('Slack', open);
