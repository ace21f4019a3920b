/** Threads and posts of forums: how they begin, rest and come back. https://docs.discord.com/developers/topics/threads */
import { channelJson, threadMemberJson } from './json/channel.ts';
import type { Message } from './message.ts';
import type { Channel, ThreadFacts } from './state.ts';
import { channelTypes } from './state.ts';
import type { World } from './world.ts';

function tell(world: World, thread: Channel, name: string): void {
  world.dispatch({
    name,
    guild: thread.guild,
    channel: thread,
    data: () => ({
      ...channelJson(world.state, thread),
      ...(name === 'THREAD_CREATE' ? { newly_created: true } : {}),
    }),
  });
}

export interface NewThread {
  readonly name: string;
  readonly owner: string;
  /** The message that it begins with; in a forum the first message has the id of the post. */
  readonly message?: Message;
  readonly isPrivate?: boolean;
  readonly autoArchive?: number;
  readonly tags?: readonly string[];
}

const typeOf = (parent: Channel, isPrivate: boolean): Channel['type'] => {
  if (parent.type === channelTypes.announcement) return channelTypes.announcementThread;
  return isPrivate ? channelTypes.privateThread : channelTypes.publicThread;
};

export function openThread(world: World, parent: Channel, of: NewThread): Channel {
  const { name, owner, message, isPrivate = false } = of;
  const facts: ThreadFacts = {
    owner,
    isPrivate,
    archived: false,
    locked: false,
    changed: world.clock.now(),
    autoArchive: of.autoArchive ?? 4320,
    members: new Set([owner]),
    tags: of.tags ?? [],
    sent: 0,
  };
  const thread: Channel = {
    id: message?.id ?? world.id(),
    name,
    type: typeOf(parent, isPrivate),
    guild: parent.guild,
    parent: parent.id,
    topic: null,
    overwrites: [],
    recipients: [],
    tags: [],
    requiresTag: false,
    thread: facts,
    messages: [],
  };
  world.state.channels.set(thread.id, thread);
  tell(world, thread, 'THREAD_CREATE');
  return thread;
}

/** Another name, other facts. */
export function changeThread(
  world: World,
  thread: Channel,
  of: { readonly name?: string; readonly facts?: Partial<ThreadFacts> },
): void {
  if (!thread.thread) return;
  thread.name = of.name ?? thread.name;
  thread.thread = { ...thread.thread, ...of.facts };
  tell(world, thread, 'THREAD_UPDATE');
}

/** A message wakes a thread that rested. */
export function revive(world: World, channel: Channel): void {
  const { thread } = channel;
  if (!thread) return;
  channel.thread = { ...thread, sent: thread.sent + 1 };
  if (thread.archived)
    changeThread(world, channel, { facts: { archived: false, changed: world.clock.now() } });
}

export function joinThread(world: World, channel: Channel, user: string): void {
  const { thread } = channel;
  if (!thread || thread.members.has(user)) return;
  const members = new Set([...thread.members, user]);
  channel.thread = { ...thread, members };
  world.dispatch({
    name: 'THREAD_MEMBERS_UPDATE',
    guild: channel.guild,
    channel,
    data: () => ({
      id: channel.id,
      guild_id: channel.guild,
      member_count: members.size,
      added_members: [threadMemberJson(channel, user)],
      removed_member_ids: [],
    }),
  });
}
