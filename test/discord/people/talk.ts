/** Talking: posting, editing and deleting messages, in channels, threads and forums. */
import type { APIEmbed, APIPoll } from 'discord.js';
import { change, react, remove, say } from '../conversation.ts';
import { may } from '../permission.ts';
import { snapshotOf } from '../rest/message.ts';
import type { Channel, Message, Sticker, User } from '../state.ts';
import { channelOf, channelTypes, messageOf, roomOf, userOf } from '../state.ts';
import { changeThread, joinThread, openThread } from '../thread.ts';
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

function find(world: World, { id, channel: at }: To): { channel: Channel; message: Message } {
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
    flags: 1 << 14,
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

/** Puts an emoji on a message. */
export async function addReaction(
  world: World,
  of: { readonly user: string; readonly message: To; readonly emoji: string },
): Promise<void> {
  const { id: user } = userOf(world.state, of.user);
  react(world, { ...find(world, of.message), user, emoji: of.emoji });
}

export interface Start {
  readonly user: string;
  readonly name: string;
  /** The message that the thread begins with, */
  readonly on?: To;
  /** or the channel where it begins with none: a forum, with the text of its first message. */
  readonly channel?: string;
  readonly text?: string;
  /** Names of tags of the forum. */
  readonly tags?: readonly string[];
  readonly isPrivate?: boolean;
}

function threadOn(world: World, user: User, { on, name }: Start & { readonly on: To }): Channel {
  const { channel: parent, message } = find(world, on);
  const thread = openThread(world, parent, { name, owner: user.id, message });
  say(world, thread, {
    author: message.author,
    content: '',
    type: 21,
    reference: { kind: 'starter', message: message.id, channel: parent.id, guild: parent.guild },
  });
  return thread;
}

/** Starts a thread or a post, and resolves to its channel. */
export async function startThread(world: World, of: Start): Promise<Channel> {
  const user = userOf(world.state, of.user);
  const { on, name, text } = of;
  if (on) return threadOn(world, user, { ...of, on });
  const parent = roomOf(world.state, of.channel ?? '');
  const tags = parent.tags.filter((tag) => of.tags?.includes(tag.name)).map(({ id }) => id);
  const thread = openThread(world, parent, { name, owner: user.id, tags, isPrivate: of.isPrivate ?? false });
  if (text !== undefined)
    say(world, thread, {
      author: user.id,
      content: compose(world.state, parent.guild, text),
      ...(parent.type === channelTypes.forum ? { id: thread.id } : {}),
    });
  return thread;
}

/** Lays a thread aside, or locks it as well. */
export async function archive(
  world: World,
  of: { readonly thread: string; readonly locked?: boolean },
): Promise<void> {
  const facts = { archived: true, locked: of.locked ?? false, changed: world.clock.now() };
  changeThread(world, roomOf(world.state, of.thread), { facts });
}
