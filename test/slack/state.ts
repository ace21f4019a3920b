/** What a workspace consists of: people, channels, messages and views, as they are at the moment. */
import type { Block } from './schema/block.ts';
import type { Metadata } from './schema/metadata.ts';
import type { View } from './schema/view.ts';

export interface User {
  readonly id: string;
  /** What one calls them, without `@`. */
  readonly name: string;
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  readonly isAdmin: boolean;
  readonly isOwner: boolean;
  /** A guest of several channels (`is_restricted`) or of one (`is_ultra_restricted`). */
  readonly guest: 'no' | 'many' | 'one';
  readonly isBot: boolean;
  /** From another workspace (Slack Connect). */
  readonly isStranger: boolean;
  readonly isDeleted: boolean;
}

/** Where a file lies: with Slack (in another workspace: `foreign`), or elsewhere; a `tombstone` is gone. */
export type FileMode = 'hosted' | 'snippet' | 'foreign' | 'external' | 'tombstone';

/** A file that was shared. `url`: where it can be had with a token. */
export interface SharedFile {
  readonly mode: FileMode;
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly url: string;
  readonly content: string;
}

/** Another app, and what it calls itself in a message. */
export interface Program {
  readonly id: string;
  readonly name: string;
}

export interface Message {
  /** Seconds with six decimals; unique in its channel. */
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The message that its thread began with, if it is an answer. */
  readonly thread: string | null;
  /** Who alone sees it; such a message is in no history. */
  readonly onlyFor: string | null;
  readonly metadata: Metadata | null;
  readonly edited: string | null;
  /** What was unfurled below it, by address. */
  readonly unfurls: ReadonlyMap<string, readonly Block[]>;
  /** Who reacted, by name of the emoji. */
  readonly reactions: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly SharedFile[];
  /** As another client or another app makes them: messages that are shared, among others. */
  readonly attachments: readonly object[];
  /** Who said it, where that was another app than the one that is tested. */
  readonly program: Program | null;
  readonly subtype: string | null;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly archived: boolean;
  /** Ids of users. */
  readonly members: Set<string>;
  /** In the order in which they were posted. */
  messages: readonly Message[];
}

/** People who are notified together. */
export interface Group {
  readonly id: string;
  /** What one types after `@`. */
  readonly handle: string;
  readonly name: string;
  readonly isDisabled: boolean;
}

/** A view that someone has before them. */
export interface ShownView {
  readonly id: string;
  readonly user: string;
  readonly view: View;
  readonly hash: string;
  readonly root: string;
  readonly previous: string | null;
  /** What was typed and chosen, by `block_id` and `action_id`, as `view.state.values` has it. */
  readonly values: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

export interface Token {
  readonly kind: 'bot' | 'app';
  readonly scopes: readonly string[];
  /** What the Web API says to it instead of an answer: `token_revoked`. */
  readonly refused: string | null;
}

/** What a manifest says about the app. `null`: anything goes. */
export interface AppSettings {
  readonly scopes: readonly string[];
  readonly events: readonly string[] | null;
  readonly commands: readonly string[] | null;
  readonly shortcuts: readonly string[] | null;
  readonly unfurlDomains: readonly string[];
}

export interface State {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: AppSettings & { readonly id: string; readonly bot: string; readonly user: string };
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, Group>;
  readonly tokens: Map<string, Token>;
  /** Modals, the one on top last, by user. */
  readonly modals: Map<string, readonly ShownView[]>;
  readonly homes: Map<string, ShownView>;
  readonly files: Map<string, SharedFile>;
}

/** By id or name; throws for nobody. */
export function userOf(state: State, called: string): User {
  const found =
    state.users.get(called) ??
    [...state.users.values()].find(({ name }) => name === called.replace(/^@/, ''));
  if (!found) throw new Error(`nobody in this workspace is called ${called}`);
  return found;
}

/** The conversation of one person with the app. */
export function directOf(state: State, user: User): Channel {
  const id = user.id.replace(/^[UW]/, 'D');
  const found = state.channels.get(id);
  if (found) return found;
  const made: Channel = {
    id,
    name: `dm of ${user.name}`,
    kind: 'im',
    archived: false,
    members: new Set([user.id, state.app.user]),
    messages: [],
  };
  state.channels.set(id, made);
  return made;
}

/** By id or name; throws where there is none. */
export function roomOf(state: State, called: string): Channel {
  const found =
    state.channels.get(called) ??
    [...state.channels.values()].find(({ name }) => name === called.replace(/^#/, ''));
  if (!found) throw new Error(`no channel of this workspace is called ${called}`);
  return found;
}

/** Besides that, `dm` is the conversation of `user` with the app. */
export const channelOf = (state: State, called: string, user: User): Channel =>
  called === 'dm' ? directOf(state, user) : roomOf(state, called);

export const messageOf = (channel: Channel, ts: string): Message | undefined =>
  channel.messages.find((message) => message.ts === ts);
