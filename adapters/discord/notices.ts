/**
 * What stands in threads and nobody said: that one was given another name, that something was pinned. Discord counts it with
 * the messages, and says which it is only to who reads as far.
 */
import { LimitedCollection } from 'discord.js';
import type { Collection } from 'discord.js';

export interface Notices {
  /** Something of that kind was read in a thread. */
  readonly note: (thread: string, message: string) => void;
  /** How many of them have been read in it. */
  readonly countIn: (thread: string) => number;
}

/** Of so many threads is remembered what was read in them. */
const mostKnown = 1000;

export function createNotices(): Notices {
  const known: Collection<string, Set<string>> = new LimitedCollection({ maxSize: mostKnown });
  return {
    note: (thread, message) => void known.ensure(thread, () => new Set()).add(message),
    countIn: (thread) => known.get(thread)?.size ?? 0,
  };
}
