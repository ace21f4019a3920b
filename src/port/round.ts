/** What the bot does of its own accord, and how it is told before. */
import type { Calendar } from './calendar.ts';
import type { Chat } from './chat.ts';

/** A chat that has been joined, with the calendar of its platform where it has one. */
export interface Joined extends Chat {
  readonly calendar?: Calendar;
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
