/** What a Discord consists of: an application, people, guilds, channels and messages, as they are at the moment. */
import type {
  APIApplicationCommandOption,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  APIPoll,
} from 'discord.js';

export interface User {
  readonly id: string;
  /** What one calls them, without `@`. */
  readonly name: string;
  /** `ja`, `en-US`. */
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  readonly isBot: boolean;
  /** Do they let members of their guilds write to them? */
  readonly acceptsDirect: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
}

export interface Member {
  readonly user: string;
  readonly nick: string | null;
  /** Ids, without that of everyone. */
  readonly roles: readonly string[];
}

export interface ScheduledEvent {
  readonly id: string;
  readonly creator: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Ids of who is interested. */
  readonly users: ReadonlySet<string>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** Of the guild, for what everybody reads. */
  readonly locale: string;
  readonly owner: string;
  readonly roles: Map<string, Role>;
  /** By id of the user. */
  readonly members: Map<string, Member>;
  readonly events: Map<string, ScheduledEvent>;
}

/** What a role or a member may do in a channel besides, or may not. */
export interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export const channelTypes = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

/** What a thread has besides. */
export interface ThreadFacts {
  readonly owner: string;
  readonly isPrivate: boolean;
  readonly archived: boolean;
  readonly locked: boolean;
  /** When that changed last. Milliseconds. */
  readonly changed: number;
  /** Minutes. */
  readonly autoArchive: number;
  readonly members: ReadonlySet<string>;
  readonly tags: readonly string[];
  /** Messages ever sent, without the first. */
  readonly sent: number;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
}

export interface Channel {
  readonly id: string;
  name: string;
  readonly type: (typeof channelTypes)[keyof typeof channelTypes];
  readonly guild: string | null;
  readonly parent: string | null;
  topic: string | null;
  overwrites: readonly Overwrite[];
  /** Who a direct message is with. */
  readonly recipients: readonly string[];
  /** Of a forum. */
  readonly tags: readonly Tag[];
  readonly requiresTag: boolean;
  thread: ThreadFacts | null;
  /** In the order in which they were posted. */
  messages: readonly Message[];
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
  readonly content: Uint8Array;
  readonly isSpoiler: boolean;
}

/** Another message that one answers or passes on. */
export interface Reference {
  readonly kind: 'reply' | 'forward' | 'starter';
  readonly message: string | null;
  readonly channel: string;
  readonly guild: string | null;
}

/** A copy of a message that was passed on. */
export type Snapshot = Pick<
  Message,
  'content' | 'embeds' | 'components' | 'attachments' | 'flags' | 'type' | 'stickers' | 'mentions'
> & { readonly id: string; readonly edited: number | null };

/** Whom a message names, by id. */
export interface Mentions {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface Sticker {
  readonly id: string;
  readonly name: string;
}

/** What a message answers to. */
export interface Origin {
  readonly interaction: string;
  readonly kind: number;
  readonly user: string;
  /** Of a command: `meetup search`. */
  readonly name: string | null;
}

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** https://docs.discord.com/developers/resources/message#message-object-message-types */
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly attachments: readonly Attachment[];
  readonly stickers: readonly Sticker[];
  readonly poll: APIPoll | null;
  readonly flags: number;
  readonly nonce: string | number | null;
  readonly mentions: Mentions;
  readonly reference: Reference | null;
  readonly snapshots: readonly Snapshot[];
  /** Who reacted, by emoji. */
  readonly reactions: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds. */
  readonly edited: number | null;
  readonly pinned: boolean;
  readonly origin: Origin | null;
  /** Who alone sees it; such a message is in no history. */
  readonly onlyFor: string | null;
}

/** A form that somebody has before them. */
export interface ShownModal {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  /** The message whose button opened it. */
  readonly message: string | null;
  readonly data: APIModalInteractionResponseCallbackData;
}

/** A command as it was registered. */
export interface RegisteredCommand {
  readonly id: string;
  readonly version: string;
  /** `null`: everywhere. */
  readonly guild: string | null;
  readonly type: number;
  readonly name: string;
  readonly options: readonly APIApplicationCommandOption[];
  /** As it came. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface AppSettings {
  /** Intents that need a switch in the developer portal, and have it: bits. */
  readonly privileged: number;
  readonly name: string;
}

export interface State {
  /** The id is that of its user as well. */
  readonly app: AppSettings & { readonly id: string; readonly owner: string };
  /** What calls must carry; `null` if none is good any more. */
  token: string | null;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly commands: Map<string, RegisteredCommand>;
  /** By id of the user. */
  readonly modals: Map<string, ShownModal>;
  /** By the code at the end of its address: the channel. */
  readonly invites: Map<string, string>;
}

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

/** By id or name; throws where there is none. */
export function roomOf(state: State, called: string): Channel {
  const named = [...state.channels.values()].filter(({ name }) => name === bare(called));
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
