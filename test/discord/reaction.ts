/** Emoji on messages: who put them there, and what is told of it. */
import { guildIdOf, replace } from './conversation.ts';
import { memberJson } from './json/user.ts';
import type { Message } from './message.ts';
import type { Channel } from './state.ts';
import type { World } from './world.ts';

/** An emoji on a message, put there or taken away. */
export interface Reaction {
  readonly channel: Channel;
  readonly message: Message;
  readonly user: string;
  readonly emoji: string;
}

/** `📝`, or one of the guild's own: `hatoba:5`. */
function emojiJson(emoji: string): object {
  const [, name, id] = /^(\w+):(\d+)$/.exec(emoji) ?? [];
  return name === undefined ? { id: null, name: emoji } : { id, name };
}

function memberIn({ state }: World, channel: Channel, user: string): object {
  const member = state.guilds.get(channel.guild ?? '')?.members.get(user);
  return member ? { member: memberJson(state, member) } : {};
}

function tellReaction(world: World, of: Reaction, name: string): void {
  const { channel, message, user, emoji } = of;
  world.dispatch({
    name,
    guild: channel.guild,
    channel,
    data: () => ({
      user_id: user,
      channel_id: channel.id,
      message_id: message.id,
      message_author_id: message.author,
      ...guildIdOf(channel),
      ...memberIn(world, channel, user),
      emoji: emojiJson(emoji),
      burst: false,
      type: 0,
    }),
  });
}

/** Once is enough. */
export function react(world: World, of: Reaction): void {
  const users = of.message.reactions.get(of.emoji) ?? [];
  if (users.includes(of.user)) return;
  const reactions = new Map(of.message.reactions).set(of.emoji, [...users, of.user]);
  replace(of.channel, { ...of.message, reactions });
  world.feed.tell({
    kind: 'reacted',
    by: of.user,
    channel: of.channel.id,
    onlyFor: null,
    ref: of.message.id,
    cause: null,
    lines: [of.emoji],
  });
  tellReaction(world, of, 'MESSAGE_REACTION_ADD');
}

export function unreact(world: World, of: Reaction): void {
  const users = (of.message.reactions.get(of.emoji) ?? []).filter((user) => user !== of.user);
  const reactions = new Map(of.message.reactions).set(of.emoji, users);
  if (users.length === 0) reactions.delete(of.emoji);
  replace(of.channel, { ...of.message, reactions });
  tellReaction(world, of, 'MESSAGE_REACTION_REMOVE');
}
