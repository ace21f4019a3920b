/** What a message consists of. https://docs.discord.com/developers/resources/message */
import type { APIEmbed, APIMessageTopLevelComponent, APIPoll } from 'discord.js';

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
