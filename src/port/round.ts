/** What the bot does of its own accord, and how it is told before. */
import type { Calendar } from './calendar.ts';
import type { Bot, Chat } from './chat.ts';
import type { Digesting } from './digest.ts';
import type { Directory } from './directory.ts';
import type { Library } from './library.ts';
import type { State } from './state.ts';

/** A chat that has been joined, with what else its platform has. */
export interface Joined extends Chat {
  readonly calendar?: Calendar;
  /** It can be asked once the chat has started. */
  readonly directory?: Directory;
}

/** One round. Never rejects. */
export type Round = (signal: AbortSignal) => Promise<void>;

/** A step as it is told before it is done; one that nobody would notice is not. */
export interface ToldStep {
  readonly step: 'create' | 'update' | 'cancel';
  /** One sentence. */
  readonly why: string;
}

/** What is announced, taken over into what is known. */
export interface Importing {
  readonly plan: () => Promise<readonly ToldStep[]>;
  /** Carries out what `plan` told last. */
  readonly apply: () => Promise<void>;
}

/** A community that has been opened: its bot, what it knows, and what it does of its own accord. */
export interface OpenCommunity {
  readonly bot: Bot;
  readonly library: Library;
  /** What is remembered; `null`: nothing is. */
  readonly state: State | null;
  /** What is announced and not known yet; `null` where nothing is remembered. */
  readonly importing: Importing | null;
  readonly digests: Digesting;
  /** The rounds in these chats; `null` where nothing is remembered. */
  readonly round: ((chats: readonly Joined[]) => Round) | null;
}
