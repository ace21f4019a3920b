/** A message as Discord has it → a tree: what was said, after what it answers or forwards, before what hangs on it. */
import { MessageReferenceType, MessageType } from 'discord.js';
import type { BlockContent, Root, RootContent } from 'mdast';
import { paragraph, quote, root, strong } from '../../src/view/build.ts';
import { withNames } from '../../src/view/mention.ts';
import type { Names } from '../../src/view/mention.ts';
import { plainly } from '../../src/view/safe.ts';
import { flowOfComponents, flowOfEmbeds, flowOfFiles, flowOfPoll, flowOfStickers } from './message/embed.ts';
import type { Attachment, Component, Embed, Poll } from './message/embed.ts';
import type { Known } from './message/entity.ts';
import { flowOf } from './message/markdown.ts';

interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name?: string | null;
}

/** What a forwarded message has: https://discord.com/developers/docs/resources/message#message-snapshot-object */
interface Snapshot {
  readonly type?: MessageType;
  readonly content?: string;
  readonly mentions?: readonly User[];
  readonly embeds?: readonly Embed[];
  readonly components?: readonly Component[];
  readonly sticker_items?: readonly { readonly name: string }[];
  readonly attachments?: readonly Attachment[];
}

/** As a channel’s history, an event and a message command have it: https://discord.com/developers/docs/resources/message#message-object */
export interface Message extends Snapshot {
  readonly type: MessageType;
  readonly author?: User;
  readonly poll?: Poll;
  readonly message_reference?: { readonly type?: MessageReferenceType };
  /** What a reply answers; `null`: it is gone. */
  readonly referenced_message?: Message | null | undefined;
  readonly message_snapshots?: readonly { readonly message: Snapshot }[];
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

/**
 * Was it sent to us without its words? So it is where the bot has no Message Content intent: everything that anybody wrote
 * into it is missing. https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function isBlank(message: Message): boolean {
  const { content, embeds, attachments, components, sticker_items, message_snapshots, poll } = message;
  const parts = [content, embeds, attachments, components, sticker_items, message_snapshots];
  const isStarter = message.type === MessageType.ThreadStarterMessage;
  return isSpoken(message) && !isStarter && poll === undefined && parts.every((part) => !part?.length);
}

/** The tree has no id of Discord's in it and no mention: names are text. What only says that something happened is empty. */
export const treeOf = (message: Message, names: Names): Promise<Root> =>
  withNames(root(...flowOfMessage(message)), names);

function flowOfMessage(message: Message): readonly RootContent[] {
  if (!isSpoken(message)) return [];
  const { type, poll, message_snapshots: forwarded = [], referenced_message: answered } = message;
  // A thread begins with a message that stands elsewhere.
  if (type === MessageType.ThreadStarterMessage) return answered ? flowOfMessage(answered) : [];
  return [
    ...(type === MessageType.Reply && answered ? quoted(flowOfAnswered(answered)) : []),
    ...forwarded.flatMap(({ message: inside }) => quoted(flowOfSnapshot(inside))),
    ...flowOfSnapshot(message),
    ...(poll === undefined ? [] : flowOfPoll(poll)),
  ];
}

/** Under the name of who wrote it; what that answers in its turn is left out. */
function flowOfAnswered(message: Message): readonly RootContent[] {
  const { author } = message;
  const flow = isSpoken(message) ? flowOfSnapshot(message) : [];
  return author === undefined || flow.length === 0
    ? flow
    : [paragraph(strong(plainly(nameOf(author)))), ...flow];
}

const quoted = (flow: readonly RootContent[]): readonly RootContent[] =>
  flow.length === 0 ? [] : [quote(...(flow as readonly BlockContent[]))];

function flowOfSnapshot(snapshot: Snapshot): readonly RootContent[] {
  const {
    content = '',
    embeds = [],
    components = [],
    sticker_items: stickers = [],
    attachments = [],
  } = snapshot;
  const known = knownIn(snapshot);
  return [
    ...flowOf(content, known),
    ...flowOfComponents(components, known),
    ...flowOfEmbeds(embeds, known),
    ...flowOfStickers(stickers),
    ...flowOfFiles(attachments),
  ];
}

const nameOf = ({ global_name: shown, username }: User): string => shown ?? username;

export const knownIn = ({ mentions = [] }: Snapshot): Known =>
  new Map(mentions.map((user) => [user.id, nameOf(user)]));
