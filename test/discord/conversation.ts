/** Posting, changing and deleting: what happens to the messages of a channel, what people see of it, and what the gateway tells. */
import type { APIAllowedMentions } from 'discord.js';
import type { Effect } from '../simulator/feed.ts';
import { flag, has } from './flags.ts';
import { eventMessageJson } from './json/message.ts';
import type { Heard } from './mention.ts';
import { hear } from './mention.ts';
import { renderMessage } from './render/index.ts';
import type { Message } from './message.ts';
import type { Channel } from './state.ts';
import { messageOf } from './find.ts';
import { revive } from './thread.ts';
import type { World } from './world.ts';

export interface Draft
  extends Pick<Message, 'author' | 'content'>, Partial<Omit<Message, 'author' | 'content'>> {
  readonly allowed?: APIAllowedMentions | undefined;
  /** The interaction that it answers. */
  readonly cause?: string | null;
}

const defaults = {
  type: 0,
  embeds: [],
  components: [],
  attachments: [],
  stickers: [],
  poll: null,
  flags: 0,
  nonce: null,
  reference: null,
  snapshots: [],
  reactions: new Map<string, readonly string[]>(),
  edited: null,
  pinned: false,
  origin: null,
  onlyFor: null,
} as const;

/** Puts `after` in the place of the message of the same id. */
export function replace(channel: Channel, after: Message): void {
  channel.messages = channel.messages.map((message) => (message.id === after.id ? after : message));
}

function tell(
  world: World,
  of: { readonly kind: Effect['kind']; readonly message: Message; readonly cause: string | null },
): void {
  const { kind, message, cause } = of;
  world.feed.tell({
    kind,
    by: message.author,
    channel: message.channel,
    onlyFor: message.onlyFor,
    ref: message.id,
    cause,
    lines: kind === 'deleted' ? [] : renderMessage(world, message, message.onlyFor),
  });
}

/** Tells the app; of what one person alone sees it hears nothing. */
function announce(world: World, channel: Channel, message: Message, name: string): void {
  if (message.onlyFor !== null) return;
  world.dispatch({
    name,
    guild: channel.guild,
    channel,
    data: (eyes) => eventMessageJson(world, { channel, message }, eyes),
  });
}

function repliesTo(world: World, { reference }: Message): string | null {
  if (reference?.kind !== 'reply') return null;
  const channel = world.state.channels.get(reference.channel);
  return (channel && messageOf(channel, reference.message ?? '')?.author) ?? null;
}

interface Spoken {
  readonly channel: Channel;
  readonly message: Message;
  readonly allowed: Draft['allowed'];
}

const heardOf = (world: World, { channel, message, allowed }: Spoken): Heard =>
  hear(world.state, {
    author: message.author,
    channel,
    content: message.content,
    components: message.components,
    allowed,
    isAnswer: message.origin !== null,
    repliesTo: repliesTo(world, message),
  });

/** Notes whom the app notified. */
function notify(world: World, { id, author, channel }: Message, whom: Heard['whom']): void {
  if (author !== world.state.app.id || whom.length === 0) return;
  world.pings.push({ message: id, channel: world.state.channels.get(channel)?.name ?? channel, whom });
}

export function say(world: World, channel: Channel, draft: Draft): Message {
  const { allowed, cause = null, ...rest } = draft;
  const bare: Message = {
    ...defaults,
    mentions: { users: [], roles: [], everyone: false },
    ...rest,
    id: rest.id ?? world.id(),
    channel: channel.id,
  };
  const { names, whom } = heardOf(world, { channel, message: bare, allowed });
  const message = { ...bare, mentions: names };
  channel.messages = [...channel.messages, message];
  if (message.onlyFor === null) revive(world, channel);
  if (!has(message.flags, flag.loading)) tell(world, { kind: 'said', message, cause });
  notify(world, message, whom);
  announce(world, channel, message, 'MESSAGE_CREATE');
  return message;
}

export interface Change {
  readonly channel: Channel;
  readonly before: Message;
  readonly after: Message;
  readonly allowed?: Draft['allowed'];
  readonly cause?: string | null;
}

/** An edit notifies nobody, except where it is the first word of a message that was thinking. */
export function change(world: World, { channel, before, after, allowed, cause = null }: Change): Message {
  const isFirst = has(before.flags, flag.loading);
  const bare = { ...after, flags: after.flags & ~flag.loading, edited: isFirst ? null : world.clock.now() };
  const { names, whom } = heardOf(world, { channel, message: bare, allowed });
  const message = { ...bare, mentions: names };
  replace(channel, message);
  tell(world, { kind: isFirst ? 'said' : 'changed', message, cause });
  if (isFirst) notify(world, message, whom);
  announce(world, channel, message, 'MESSAGE_UPDATE');
  return message;
}

/** Something becomes of a message that its author did not do: it is pinned, or shows what a link leads to. */
export function touch(world: World, channel: Channel, after: Message): void {
  replace(channel, after);
  announce(world, channel, after, 'MESSAGE_UPDATE');
}

export function remove(
  world: World,
  channel: Channel,
  of: { readonly message: Message; readonly cause?: string | null },
): void {
  const { message, cause = null } = of;
  channel.messages = channel.messages.filter(({ id }) => id !== message.id);
  tell(world, { kind: 'deleted', message, cause });
  if (message.onlyFor !== null) return;
  world.dispatch({
    name: 'MESSAGE_DELETE',
    guild: channel.guild,
    channel,
    data: () => ({ id: message.id, channel_id: channel.id, ...guildIdOf(channel) }),
  });
}

/** Several at once, as who keeps order does: nothing is told of each. */
export function removeAll(world: World, channel: Channel, ids: readonly string[]): void {
  channel.messages = channel.messages.filter(({ id }) => !ids.includes(id));
  world.dispatch({
    name: 'MESSAGE_DELETE_BULK',
    guild: channel.guild,
    channel,
    data: () => ({ ids, channel_id: channel.id, ...guildIdOf(channel) }),
  });
}

export const guildIdOf = (channel: Channel): object =>
  channel.guild === null ? {} : { guild_id: channel.guild };
