/** A message as Discord has it → a tree: what its author said, and apart from that what it answers or passes on. */
import { MessageReferenceType, MessageType } from 'discord.js';
import type { Root, RootContent } from 'mdast';
import { root } from '../../src/view/build.ts';
import { withNames } from '../../src/view/mention.ts';
import type { Names } from '../../src/view/mention.ts';
import { flowOfComponents, flowOfEmbeds, flowOfPoll, flowOfStickers } from './message/embed.ts';
import type { Component, Embed, Poll } from './message/embed.ts';
import type { Known } from './message/entity.ts';
import { flowOfFiles } from './message/file.ts';
import type { Attachment } from './message/file.ts';
import { flowOf } from './message/markdown.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null | undefined;
  readonly bot?: boolean | undefined;
  /** Discord itself. */
  readonly system?: boolean | undefined;
}

/** What a forwarded message has: https://discord.com/developers/docs/resources/message#message-snapshot-object */
export interface Snapshot {
  readonly type?: MessageType | undefined;
  readonly content?: string | undefined;
  readonly mentions?: readonly User[] | undefined;
  readonly embeds?: readonly Embed[] | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly sticker_items?: readonly { readonly name: string }[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
}

/** As a channel’s history, an event and a message command have it: https://discord.com/developers/docs/resources/message#message-object */
export interface Message extends Snapshot {
  readonly type: MessageType;
  readonly author?: User | undefined;
  readonly poll?: Poll | undefined;
  readonly message_reference?: { readonly type?: MessageReferenceType } | undefined;
  /** What a reply answers; `null`: it is gone. */
  readonly referenced_message?: Message | null | undefined;
  readonly message_snapshots?: readonly { readonly message: Snapshot }[] | undefined;
}

/** Types of messages that someone wrote. Any other only says that something happened. */
const spoken: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ThreadStarterMessage,
  MessageType.ContextMenuCommand,
]);

export const isSpoken = ({ type }: Pick<Message, 'type'>): boolean => spoken.has(type);

/** A thread begins with a message that only says which one it hangs on. */
export const isStarter = ({ type }: Pick<Message, 'type'>): boolean =>
  type === MessageType.ThreadStarterMessage;

/** Its own words. The tree has no id of Discord's in it and no mention: names are text. What only says that something happened is empty. */
export const treeOf = (message: Message, names: Names): Promise<Root> =>
  withNames(root(...(isSpoken(message) ? wordsOf(message) : [])), names);

/** What a message answers, or passes on: its words, and what its files are called. */
export const quotedTree = (message: Snapshot, names: Names): Promise<Root> =>
  withNames(root(...wordsOf(message), ...flowOfFiles(message.attachments ?? [])), names);

function wordsOf(message: Snapshot & Pick<Message, 'poll'>): readonly RootContent[] {
  const { content = '', embeds = [], components = [], sticker_items: stickers = [], poll } = message;
  const known = knownIn(message);
  return [
    ...flowOf(content, known),
    ...flowOfComponents(components, known),
    ...flowOfEmbeds(embeds, known),
    ...flowOfStickers(stickers),
    ...(poll === undefined ? [] : flowOfPoll(poll)),
  ];
}

export const nameOf = ({ global_name: shown, username }: User): string => shown || username;

/** Where a name is empty, nobody knows it. */
export const knownIn = ({ mentions = [] }: Pick<Snapshot, 'mentions'>): Known =>
  new Map(mentions.map((user) => [user.id, nameOf(user)]));
