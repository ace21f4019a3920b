/** A platform that can not be reached is asked again, ever more rarely. */
import { UserError } from '../error.ts';

interface Room {
  readonly signal: AbortSignal;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Told of each failure: how many milliseconds the platform wants to be left alone. */
  readonly failed: (error: unknown) => number;
}

/** Resolves to the answer, or to `null` when the signal comes. UserErrors are for good: they pass. */
export async function persist<T>(ask: () => Promise<T>, room: Room): Promise<T | null> {
  const { signal, sleep, chance, failed } = room;
  for (let failures = 1; !signal.aborted; failures += 1)
    try {
      return await ask();
    } catch (error) {
      if (error instanceof UserError) throw error;
      await sleep(Math.max(failed(error), pauseAfter(failures, chance())), signal);
    }
  return null;
}

/** Milliseconds. */
const firstPause = 1000;
const longestPause = 30_000;

/** 1, 2, 4 … 30 seconds, and up to a half less, so that many bots do not come at once. `failures`: at least one. */
export const pauseAfter = (failures: number, chance: number): number =>
  Math.min(longestPause, firstPause * 2 ** (failures - 1)) * (1 - chance / 2);
