/** What a Discord consists of: an application, people, guilds, channels and messages, as they are at the moment. */
import type { APIApplicationCommandOption, APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Message } from './message.ts';

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
