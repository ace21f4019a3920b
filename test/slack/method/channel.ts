/** Which channels and messages an app may reach, and with which scope. */
import { Refusal } from '../refusal.ts';
import type { Channel, Message } from '../state.ts';
import { directOf, messageOf } from '../state.ts';
import type { Context } from './define.ts';

/** The part of a scope's name that says of which channels. */
export const family = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The channel as the app sees it: a private one that it is not in does not exist. */
export function visible({ world }: Context, id: string): Channel {
  const { state } = world;
  const user = state.users.get(id);
  if (user) return directOf(state, user);
  const channel = state.channels.get(id);
  const isHidden = channel?.kind === 'private' && !channel.members.has(state.app.user);
  if (!channel || isHidden) throw new Refusal('channel_not_found');
  return channel;
}

/** `right`: `read` or `history`; the scope depends on what sort of channel it is. */
export function readable(context: Context, id: string, right: 'read' | 'history'): Channel {
  const channel = visible(context, id);
  context.need(`${family[channel.kind]}:${right}`);
  if (right === 'history' && !channel.members.has(context.world.state.app.user))
    throw new Refusal('not_in_channel');
  return channel;
}

/** A channel that the app may post to. */
export function writable(context: Context, id: string): Channel {
  const channel = visible(context, id);
  const { app } = context.world.state;
  const isOpen = channel.kind === 'public' && context.token.scopes.includes('chat:write.public');
  if (!channel.members.has(app.user) && !isOpen) throw new Refusal('not_in_channel');
  if (channel.archived) throw new Refusal('is_archived');
  return channel;
}

/** A message of the channel that is in its history: one for a single person alone is not. */
export function message(channel: Channel, ts: string): Message {
  const found = messageOf(channel, ts);
  if (!found || found.onlyFor !== null) throw new Refusal('message_not_found');
  return found;
}

export function userFor({ world }: Context, id: string) {
  const user = world.state.users.get(id);
  if (!user) throw new Refusal('user_not_found');
  return user;
}

/** The beginning of the thread that `ts` is in. */
export function threadOf(channel: Channel, ts: string | undefined): string | null {
  if (ts === undefined) return null;
  const found = channel.messages.find((one) => one.ts === ts && one.onlyFor === null);
  if (!found) throw new Refusal('thread_not_found');
  return found.thread ?? found.ts;
}
