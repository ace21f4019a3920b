/** Every contract with the outside, types only. Adapters implement these; the core knows nothing else of the world. */
import type { Place } from './port/chat.ts';
import type { Digesting, Measure } from './port/digest.ts';
import type { Directory } from './port/directory.ts';
import type { Library } from './port/library.ts';
import type { Noting } from './port/noting.ts';
import type { State } from './port/state.ts';

export type * from './model.ts';
export type * from './port/alarm.ts';
export type * from './port/calendar.ts';
export type * from './port/chat.ts';
export type * from './port/content.ts';
export type * from './port/digest.ts';
export type * from './port/directory.ts';
export type * from './port/explanation.ts';
export type * from './port/feed.ts';
export type * from './port/fetch.ts';
export type * from './port/library.ts';
export type * from './port/note.ts';
export type * from './port/noting.ts';
export type * from './port/round.ts';
export type * from './port/search-index.ts';
export type * from './port/setup.ts';
export type * from './port/state.ts';
export type * from './port/surroundings.ts';

/** Short stable name of a text: `[a-z0-9]{10}`. */
export type Hash = (text: string) => string;

export type Now = () => Date;

/** Resolves after so many milliseconds, or at once when the signal comes. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Does one kind of work until it fails too often; then it rejects for a while, without beginning anything. */
export type Breaker = <T>(work: () => Promise<T>) => Promise<T>;

/** `rest`: milliseconds of such a while. `isFailure`: of what the work resolved to; where it rejects, it has failed. */
export type NewBreaker = (of: {
  readonly rest: number;
  readonly isFailure: (result: unknown) => boolean;
}) => Breaker;

/** pino's shape, as much of it as the core uses. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A community: its settings and all that it knows. */
export interface Community {
  readonly library: Library;
  /** What is remembered of it. Only the bot that stays has it: a verb that reads remembers nothing. */
  readonly state?: State;
  /** Base address of the community's pages for everyone, without a slash at its end. */
  readonly publicPages?: string | null;
  /** Platforms that have a calendar of their own, which events can be shown in. */
  readonly calendars?: readonly string[];
  /** What a message takes of each platform's limits. */
  readonly measures?: Readonly<Record<string, () => Promise<Measure>>>;
  /** Digests as they would be. */
  readonly digests?: Digesting;
  /** Conversations as notes; only the bot that stays takes any. */
  readonly notes?: Noting;
  /** How a platform that has been joined calls its channels and roles; `null`: it does not say. */
  readonly directory?: (platform: string) => Directory | null;
}

/** All that the bot needs of the outside. */
export interface World {
  /** The community that a place belongs to; `null` if none does. */
  community(place: Place): Promise<Community | null>;
  readonly now: Now;
  readonly log: Log;
  /** A new id for a failure that people can quote. */
  readonly newId: () => string;
}
