/** What the core does in the playground of its own accord: it posts, edits, and reads threads. */
import type { Person, Place, Posted, Posting, Remark, Thread, View } from '../../../src/port.ts';
import type { Conversation } from './conversation.ts';
import type { Message } from './history.ts';
import { authorOf, botId, membersIn } from './people.ts';
import { channelOf, placeOf } from './spot.ts';

const channels: ReadonlySet<string> = new Set([
  'general',
  ...membersIn('en').map(({ id }) => channelOf('direct', id)),
]);

interface Asked extends Pick<Posting, 'key' | 'below' | 'mayStill'> {
  readonly to: Place | Person;
}

/** What the history has it keeps once by itself. */
export async function post(
  { keep, history }: Conversation,
  { to, key, below, mayStill }: Asked,
  { body, next, files }: View,
): Promise<Posted> {
  const channel = 'channel' in to ? to.channel : channelOf('direct', to.id);
  const above = below ?? ('channel' in to ? to.thread : undefined);
  const first = above === undefined ? null : history.find(Number(above));
  if (!channels.has(channel)) return { status: 'refused', reason: 'channel_not_found' };
  if (above !== undefined && first?.channel !== channel)
    return { status: 'refused', reason: 'thread_not_found' };
  if (mayStill !== undefined && !(await mayStill())) return { status: 'unsure' };
  const thread = first && (first.thread ?? first.id);
  const id = keep({ channel, thread, author: botId, only: null, body, next, files, key });
  return { status: 'posted', ref: String(id) };
}

export function edit({ history, live }: Conversation, ref: string, view: View): Posted {
  const message = history.find(Number(ref));
  if (message === null || !history.edit(message.id, view))
    return { status: 'refused', reason: 'message_not_found' };
  live.tell(message.channel, message.only);
  return { status: 'posted', ref };
}

/** The message and what was said below it, or below the one that it stands below; private answers are no part of it. */
export function threadOf({ history }: Conversation, ref: string, reader: Person): Thread {
  const message = history.find(Number(ref));
  const first = message?.thread ?? message?.id ?? null;
  const channel = message?.channel ?? 'general';
  const mayRead = channel === 'general' || channel === channelOf('direct', reader.id);
  const read = (after = 0): readonly Remark[] =>
    first === null || !mayRead ? [] : history.remarks(first, after).map((said) => remarkOf(said, reader));
  return {
    place: placeOf(channel, first),
    expected: read().length,
    async *remarks(after) {
      yield* read(Number(after ?? 0));
    },
  };
}

const remarkOf = ({ id, author, body }: Message, { locale = 'ja' }: Person): Remark => ({
  id: String(id),
  author: authorOf(author, locale),
  at: new Date(id),
  body,
});
