/** Ways to be wrong: the harness has to see each of them, or it sees nothing. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Chat, Joined } from '../../src/port.ts';
import type { Way } from './orders.ts';

/** Milliseconds in which what was said to be posted is on the disk as posted. */
const marking = 150;

const posting = (chat: Joined, post: Chat['post']): Joined => ({
  ...chat,
  post,
});

export const ways: Readonly<Record<Way, (chat: Joined) => Joined>> = {
  right: (chat) => chat,
  marks: (chat) =>
    posting(chat, async (to, view, how) => {
      void wait(marking).then(() => chat.post(to, view, { key: how.key }));
      return { status: 'posted', ref: '' };
    }),
  blind: (chat) =>
    posting(chat, (to, view, { key, below }) => chat.post(to, view, { key, ...(below && { below }) })),
};
