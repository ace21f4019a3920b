/** Talking: posting, editing and deleting messages, in channels, threads and forums. */
import type { APIEmbed, APIPoll } from 'discord.js';
import { change, remove, removeAll, say, touch } from '../conversation.ts';
import { flag } from '../flags.ts';
import { react } from '../reaction.ts';
import { may } from '../permission.ts';
import { snapshotOf } from '../rest/reference.ts';
import type { Message, Sticker } from '../message.ts';
import type { Channel, User } from '../state.ts';
import { channelOf, messageOf, userOf } from '../find.ts';
import { channelTypes } from '../state.ts';
import { joinThread } from '../thread.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { waitFor } from './answer.ts';
import { compose } from './compose.ts';

/** A file that somebody posts. */
export interface NewFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly type?: string;
  readonly description?: string;
  readonly isSpoiler?: boolean;
}

/** A message as one refers to it. */
export type To = Pick<Message, 'id' | 'channel'>;

export interface Post {
  readonly user: string;
  /** By name or id, of a thread too; `dm` is the conversation with the app. */
  readonly channel: string;
  /** As it is typed: `@meetup 監視 https://example.org/`. */
  readonly text?: string;
  /** What it answers; `ping: false`: without telling its author. */
  readonly replyTo?: To;
  readonly ping?: boolean;
  readonly files?: readonly NewFile[];
  readonly stickers?: readonly Sticker[];
  readonly poll?: APIPoll;
  /** Previews of links. */
  readonly embeds?: readonly APIEmbed[];
  /** Of a system message: 6 for a pin, 18 for a thread. https://docs.discord.com/developers/resources/message#message-object-message-types */
  readonly type?: number;
  readonly flags?: number;
}

const bytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const attach = (world: World, file: NewFile): Message['attachments'][number] => ({
  id: world.id(),
  name: file.name,
  type: file.type ?? 'text/plain; charset=utf-8',
  description: file.description ?? null,
  content: bytes(file.content),
  isSpoiler: file.isSpoiler ?? false,
});

function refuseWriter(world: World, user: User, channel: Channel): void {
  if (!may(world.state, { user: user.id, channel }, 'sendMessages'))
    throw new Error(`${user.name} may not write in ${channel.name}`);
  if (channel.type === channelTypes.forum) throw new Error(`${channel.name} is a forum: start a post`);
  if (channel.thread?.locked === true) throw new Error(`${channel.name} is locked`);
}

export function find(world: World, { id, channel: at }: To): { channel: Channel; message: Message } {
  const channel = world.state.channels.get(at);
  const message = channel && messageOf(channel, id);
  if (!channel || !message) throw new Error('there is no such message any more');
  return { channel, message };
}

function replying(world: World, to: To | undefined) {
  if (!to) return {};
  const { channel, message } = find(world, to);
  const reference = {
    kind: 'reply',
    message: message.id,
    channel: channel.id,
    guild: channel.guild,
  } as const;
  return { reference, type: 19 };
}

/** Resolves when it is told: nobody acknowledges a message. */
export async function post(world: World, what: Post): Promise<Message> {
  const user = userOf(world.state, what.user);
  const channel = channelOf(world.state, what.channel, user);
  refuseWriter(world, user, channel);
  if (channel.thread) joinThread(world, channel, user.id);
  return say(world, channel, {
    author: user.id,
    content: compose(world.state, channel.guild, what.text ?? ''),
    ...replying(world, what.replyTo),
    ...(what.type === undefined ? {} : { type: what.type }),
    flags: what.flags ?? 0,
    embeds: what.embeds ?? [],
    stickers: what.stickers ?? [],
    poll: what.poll ?? null,
    attachments: (what.files ?? []).map((file) => attach(world, file)),
    allowed: what.ping === false ? { parse: [] } : undefined,
  });
}

/** Posts it, and resolves to what the app says to it. */
export async function ask(world: World, what: Post): Promise<Answer> {
  const since = world.feed.effects.length;
  const user = userOf(world.state, what.user);
  const { channel } = await post(world, what);
  return waitFor(world, { user, channel, cause: null, since, what: what.text ?? 'a message' });
}

/** Passes a message on to another channel. */
export async function forward(
  world: World,
  of: { readonly user: string; readonly message: To; readonly channel: string },
): Promise<Message> {
  const user = userOf(world.state, of.user);
  const { channel: from, message } = find(world, of.message);
  const channel = channelOf(world.state, of.channel, user);
  refuseWriter(world, user, channel);
  return say(world, channel, {
    author: user.id,
    content: '',
    reference: { kind: 'forward', message: message.id, channel: from.id, guild: from.guild },
    snapshots: [snapshotOf(message)],
    flags: flag.hasSnapshot,
  });
}

/** Its author writes something else instead. */
export async function edit(world: World, of: To, text: string): Promise<Message> {
  const { channel, message: before } = find(world, of);
  const after = { ...before, content: compose(world.state, channel.guild, text) };
  return change(world, { channel, before, after });
}

export async function erase(world: World, of: To): Promise<void> {
  const { channel, message } = find(world, of);
  remove(world, channel, { message });
}

/** Somebody who keeps order deletes several messages of a channel at once. */
export async function purge(world: World, messages: readonly To[]): Promise<void> {
  const [first] = messages;
  if (first === undefined) return;
  const ids = messages.map(({ id }) => id);
  removeAll(world, find(world, first).channel, ids);
}

/** Discord shows what a link leads to, a moment after it was posted. */
export async function unfurl(world: World, of: To, embed: APIEmbed): Promise<void> {
  const { channel, message } = find(world, of);
  touch(world, channel, { ...message, embeds: [...message.embeds, embed] });
}

/** Puts an emoji on a message. */
export async function addReaction(
  world: World,
  of: { readonly user: string; readonly message: To; readonly emoji: string },
): Promise<void> {
  const { id: user } = userOf(world.state, of.user);
  react(world, { ...find(world, of.message), user, emoji: of.emoji });
}
