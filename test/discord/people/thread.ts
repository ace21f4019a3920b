/** Threads and posts: starting them, and laying them aside. */
import { say } from '../conversation.ts';
import { roomOf, userOf } from '../find.ts';
import type { Channel, User } from '../state.ts';
import { channelTypes } from '../state.ts';
import { changeThread, openThread } from '../thread.ts';
import type { World } from '../world.ts';
import { compose } from './compose.ts';
import type { To } from './talk.ts';
import { find } from './talk.ts';

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
