/** Channels and threads as the API shows them. */
import { timeOf } from '../snowflake.ts';
import type { Channel, Overwrite, State, ThreadFacts } from '../state.ts';
import { channelTypes } from '../state.ts';
import { userById } from './user.ts';

const overwriteJson = (one: Overwrite): object => ({
  id: one.id,
  type: one.kind === 'role' ? 0 : 1,
  allow: String(one.allow),
  deny: String(one.deny),
});

const lastMessage = (channel: Channel): string | null =>
  channel.messages.findLast(({ onlyFor }) => onlyFor === null)?.id ?? null;

export const iso = (ms: number): string => new Date(ms).toISOString();

export const threadMemberJson = (channel: Channel, user: string): object => ({
  id: channel.id,
  user_id: user,
  join_timestamp: iso(timeOf(channel.id)),
  flags: 0,
});

/** Type of the message that stands in a thread for the one that the thread hangs on. */
const starter = 21;

/** The message that a thread begins with is not counted. */
const countOf = ({ id, messages }: Channel): number =>
  messages.filter((one) => one.onlyFor === null && one.id !== id && one.type !== starter).length;

function threadJson(state: State, channel: Channel, facts: ThreadFacts): object {
  return {
    owner_id: facts.owner,
    message_count: countOf(channel),
    total_message_sent: facts.sent,
    member_count: facts.members.size,
    applied_tags: facts.tags,
    rate_limit_per_user: 0,
    flags: 0,
    thread_metadata: {
      archived: facts.archived,
      auto_archive_duration: facts.autoArchive,
      archive_timestamp: iso(facts.changed),
      create_timestamp: iso(timeOf(channel.id)),
      locked: facts.locked,
    },
    ...(facts.members.has(state.app.id) ? { member: threadMemberJson(channel, state.app.id) } : {}),
  };
}

/** https://docs.discord.com/developers/resources/channel: `REQUIRE_TAG`. */
const requireTag = 1 << 4;

const forumJson = (channel: Channel): object => ({
  available_tags: channel.tags.map(({ id, name }) => ({
    id,
    name,
    moderated: false,
    emoji_id: null,
    emoji_name: null,
  })),
  flags: channel.requiresTag ? requireTag : 0,
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
});

const roomJson = (channel: Channel): object => ({
  position: 0,
  permission_overwrites: channel.overwrites.map(overwriteJson),
  topic: channel.topic,
  nsfw: false,
  ...(channel.type === channelTypes.forum ? forumJson(channel) : { flags: 0 }),
});

export function channelJson(state: State, channel: Channel): Readonly<Record<string, unknown>> {
  const common = { id: channel.id, type: channel.type, last_message_id: lastMessage(channel) };
  if (channel.guild === null)
    return { ...common, flags: 0, recipients: channel.recipients.map((id) => userById(state, id)) };
  return {
    ...common,
    guild_id: channel.guild,
    name: channel.name,
    parent_id: channel.parent,
    ...(channel.thread ? threadJson(state, channel, channel.thread) : roomJson(channel)),
  };
}
