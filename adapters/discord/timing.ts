/** How long the adapter waits for what, in milliseconds, and the waiting itself. */
import { setTimeout } from 'node:timers/promises';

export interface Timing {
  /** An answer that takes longer is announced. */
  readonly slow: number;
  /** A request to Discord is given up. */
  readonly request: number;
  /** A Discord that failed too often is not asked for that time. */
  readonly rest: number;
  /** Suggestions that take longer are none: an interaction is good for three seconds. */
  readonly suggest: number;
  /** An answer that may have arrived is looked for after that time. */
  readonly settle: number;
  /** Answers that are under way when the bot stops have as much to arrive. */
  readonly farewell: number;
  /** A connection that does not close is left. */
  readonly goodbye: number;
  /** Resolves after that time, or at once when the signal comes. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

const sleep: Timing['sleep'] = (ms, signal) =>
  setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});

export const usualTiming: Timing = {
  slow: 2000,
  request: 10_000,
  rest: 30_000,
  suggest: 2000,
  settle: 5000,
  farewell: 5000,
  goodbye: 1000,
  sleep,
};
