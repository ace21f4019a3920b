/** Finds what a test calls by its name. */
import type { Message } from './message.ts';
import type { Channel, Guild, State, User } from './state.ts';
import { channelTypes } from './state.ts';

const bare = (called: string): string => called.replace(/^[@#]/, '');

function only<T>(found: readonly T[], what: string): T {
  const [first] = found;
  if (first === undefined) throw new Error(`there is no ${what}`);
  if (found.length > 1) throw new Error(`there are ${found.length} of ${what}: say which by id`);
  return first;
}

/** By id or name; throws for nobody. */
export function userOf(state: State, called: string): User {
  const named = [...state.users.values()].filter(({ name }) => name === bare(called));
  return state.users.get(called) ?? only(named, `user ${called}`);
}

/** By id or name; the only one if nothing is said. */
export function guildOf(state: State, called?: string): Guild {
  const all = [...state.guilds.values()];
  if (called === undefined) return only(all.slice(0, 1), 'guild');
  return (
    state.guilds.get(called) ??
    only(
      all.filter(({ name }) => name === called),
      `guild ${called}`,
    )
  );
}

/** `general`, or `Meetup Tokyo/general` where several guilds have one. */
const isCalled =
  (state: State, called: string) =>
  ({ name, guild }: Channel): boolean =>
    name === bare(called) || `${state.guilds.get(guild ?? '')?.name}/${name}` === called;

/** By id or name; throws where there is none. */
export function roomOf(state: State, called: string): Channel {
  const named = [...state.channels.values()].filter(isCalled(state, called));
  return state.channels.get(called) ?? only(named, `channel ${called}`);
}

/** The conversation of one person with the app. */
export function directOf(state: State, user: User): Channel {
  const found = [...state.channels.values()].find(
    ({ guild, recipients }) => guild === null && recipients.includes(user.id),
  );
  if (found) return found;
  const made: Channel = {
    id: String(BigInt(user.id) + 1_000_000n),
    name: `dm of ${user.name}`,
    type: channelTypes.dm,
    guild: null,
    parent: null,
    topic: null,
    overwrites: [],
    recipients: [user.id],
    tags: [],
    requiresTag: false,
    thread: null,
    messages: [],
  };
  state.channels.set(made.id, made);
  return made;
}

/** Besides that, `dm` is the conversation of `user` with the app. */
export const channelOf = (state: State, called: string, user: User): Channel =>
  called === 'dm' ? directOf(state, user) : roomOf(state, called);

export const messageOf = (channel: Channel, id: string): Message | undefined =>
  channel.messages.find((message) => message.id === id);
