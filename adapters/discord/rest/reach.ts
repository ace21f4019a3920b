/** Discord that can not be reached is asked again, ever more rarely. */
import { RateLimitError } from 'discord.js';
import { persist } from '../../../src/view/persist.ts';
import type { Options } from '../options.ts';
import type { Timing } from '../timing.ts';
import { failureOf } from './failure.ts';

export interface Reaching extends Pick<Options, 'log'> {
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** Asks Discord until it answers. `null` when the signal comes; throws UserError `discord-token`. */
export const reach = <T>(ask: () => Promise<T>, { timing, log, signal }: Reaching): Promise<T | null> =>
  persist(
    () =>
      ask().catch((error: unknown) => {
        const failure = failureOf(error);
        throw failure.code === 'discord-token' ? failure : error;
      }),
    {
      signal,
      sleep: timing.sleep,
      chance: Math.random,
      failed: (error) => {
        if (!signal.aborted) log.warn({ err: error }, 'Discord can not be reached yet');
        return error instanceof RateLimitError ? error.retryAfter : 0;
      },
    },
  );
