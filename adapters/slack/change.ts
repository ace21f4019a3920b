/** Messages of channels that their authors changed or deleted: https://docs.slack.dev/reference/events/message */
import { isDeepStrictEqual } from 'node:util';
import { writeRef } from './ref.ts';
import type { Said } from './remark.ts';
import type { Self } from './workspace.ts';

/** What the event of a message says. */
export interface MessageEvent {
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string;
  /** As it is, and as it was. */
  readonly message?: Said;
  readonly previous_message?: Said;
}

type Change = (event: MessageEvent) => Said | null;

/** The message that is meant, where its words are others now. */
const changes: Readonly<Record<string, Change>> = {
  message_changed: ({ message: now, previous_message: before }) =>
    now === undefined || (before !== undefined && isSame(now, before)) ? null : now,
  message_deleted: ({ previous_message: before }) => before ?? null,
};

/** Cards that appear below links, thumbnails of files and answers in its thread change a message as well, and say nothing new. */
const isSame = (one: Said, other: Said): boolean => isDeepStrictEqual(wordsOf(one), wordsOf(other));

const wordsOf = ({ text = '', blocks = [], files = [] }: Said): unknown => [
  text,
  blocks,
  files.map(({ name = null, mode = null }) => [name, mode]),
];

/** `ref` of the conversation that is another now; `null`: none is. What the bot itself changes is none. */
export function changedIn(event: MessageEvent, { bot }: Pick<Self, 'bot'>): string | null {
  const said = changes[event.subtype ?? '']?.(event) ?? null;
  if (said === null || said.bot_id === bot) return null;
  return writeRef({ channel: event.channel, ts: said.thread_ts ?? said.ts });
}
