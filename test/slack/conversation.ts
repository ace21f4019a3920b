/** Posting, changing and deleting: what happens to the messages of a channel, what people see of it, and which events it makes. */
import { emit } from './event.ts';
import { identify } from './identify.ts';
import { answersOf, messageJson } from './message.ts';
import { renderMessage } from './render/index.ts';
import type { Channel, Message } from './state.ts';
import type { World } from './world.ts';

export type Draft = Pick<Message, 'user' | 'text' | 'blocks'> &
  Partial<Pick<Message, 'thread' | 'onlyFor' | 'metadata' | 'files' | 'attachments' | 'program' | 'subtype'>>;

/** Slack's name for the messages of such a channel, as apps subscribe to them. */
const subscription = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const channelType = { public: 'channel', private: 'group', im: 'im' } as const;

function tell(
  world: World,
  of: { kind: 'said' | 'changed' | 'deleted'; message: Message; cause: string | null },
) {
  const { kind, message, cause } = of;
  world.feed.tell({
    kind,
    by: message.user,
    channel: message.channel,
    onlyFor: message.onlyFor,
    ref: message.ts,
    cause,
    lines: kind === 'deleted' ? [] : renderMessage(world.state, message, message.onlyFor),
  });
}

/** Whoever waits for it learns of a failure; where nobody waits it is none of the process's business. */
function quietly(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
}

/** Tells the app, where it is a member and the message is not for one person alone. Resolves when it acknowledged. */
async function announce(
  world: World,
  message: Message,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  const channel = world.state.channels.get(message.channel);
  if (!channel?.members.has(world.state.app.user) || message.onlyFor !== null) return;
  await emit(world, subscription[channel.kind], {
    type: 'message',
    channel: channel.id,
    channel_type: channelType[channel.kind],
    ...event,
  });
}

export interface Happened {
  readonly message: Message;
  /** When the app has acknowledged the event of it. */
  readonly acknowledged: Promise<void>;
}

export function say(world: World, channel: Channel, draft: Draft & { readonly cause?: string }): Happened {
  const { cause = null, ...rest } = draft;
  const message: Message = {
    thread: null,
    onlyFor: null,
    metadata: null,
    files: [],
    attachments: [],
    program: null,
    subtype: null,
    edited: null,
    unfurls: new Map(),
    reactions: new Map(),
    ...rest,
    blocks: identify(world, rest.blocks),
    ts: world.ts(),
    channel: channel.id,
  };
  channel.messages = [...channel.messages, message];
  tell(world, { kind: 'said', message, cause });
  const { ts } = message;
  const acknowledged = quietly(
    announce(world, message, { ...messageJson(world.state, message), event_ts: ts }),
  );
  return { message, acknowledged };
}

/** Puts `after` in the place of the message of the same `ts`. */
export function replace(channel: Channel, after: Message): void {
  channel.messages = channel.messages.map((message) => (message.ts === after.ts ? after : message));
}

export function change(
  world: World,
  of: {
    readonly channel: Channel;
    readonly before: Message;
    readonly after: Message;
    readonly cause?: string;
  },
): Happened {
  const blocks = identify(world, of.after.blocks);
  const message: Message = { ...of.after, blocks, edited: world.ts() };
  replace(of.channel, message);
  tell(world, { kind: 'changed', message, cause: of.cause ?? null });
  const event = {
    subtype: 'message_changed',
    hidden: true,
    message: messageJson(world.state, message),
    previous_message: messageJson(world.state, of.before),
    ts: message.edited,
    event_ts: message.edited,
  };
  return { message, acknowledged: quietly(announce(world, message, event)) };
}

/** What stays of a message that has answers. */
const tombstone = (message: Message): Message => ({
  ...message,
  user: 'USLACKBOT',
  text: 'This message was deleted.',
  blocks: [],
  files: [],
  attachments: [],
  subtype: 'tombstone',
});

/** Takes it away; the answers of a thread stay, below a tombstone. */
export function remove(
  world: World,
  channel: Channel,
  message: Message,
  cause: string | null = null,
): Happened {
  const isThread = answersOf(world.state, message).length > 0;
  if (isThread) replace(channel, tombstone(message));
  else channel.messages = channel.messages.filter(({ ts }) => ts !== message.ts);
  tell(world, { kind: 'deleted', message, cause });
  const ts = world.ts();
  const event = {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messageJson(world.state, message),
    ts,
    event_ts: ts,
  };
  return { message, acknowledged: quietly(announce(world, message, event)) };
}

/** Somebody puts an emoji on a message; `false`: they already did. */
export function react(
  world: World,
  of: { readonly channel: Channel; readonly message: Message; readonly user: string; readonly name: string },
): boolean {
  const { channel, message, user, name } = of;
  const users = message.reactions.get(name) ?? [];
  if (users.includes(user)) return false;
  replace(channel, { ...message, reactions: new Map(message.reactions).set(name, [...users, user]) });
  world.feed.tell({
    kind: 'reacted',
    by: user,
    channel: channel.id,
    onlyFor: null,
    ref: message.ts,
    cause: null,
    lines: [`:${name}:`],
  });
  return true;
}
