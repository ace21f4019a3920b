/** How soon a connection is tried again: at once where one can, ever more rarely where it fails, and never often. */
import type { Now } from '../../../src/port.ts';
import { pauseAfter } from '../../../src/view/persist.ts';
import type { Timing } from '../timing.ts';

/** Connections a minute: as many as Slack allows under the stricter of the tiers that its pages name, and a few. */
const mostInMinute = 12;
const minute = 60_000;

/** Milliseconds. */
const crowdedPause = minute;

/** So many times in a row it is an accident that there are too many connections. */
export const crowdedOften = 3;

/** How it went so far, since the last connection that was greeted. */
export interface Tries {
  readonly failures: number;
  readonly crowded: number;
  /** Milliseconds that Slack wants to be left alone. */
  readonly told: number;
}

export const fresh: Tries = { failures: 0, crowded: 0, told: 0 };

/** A minute where it is crowded; else 1, 2, 4 … 30 seconds, and up to a half less, so that many bots do not come at once. */
export function pauseOf({ failures, crowded, told }: Tries, chance = Math.random()): number {
  if (crowded >= crowdedOften) return Math.max(told, crowdedPause);
  if (failures === 0) return told;
  return Math.max(told, pauseAfter(failures, chance));
}

/** Resolves when one may connect again: never more than twelve times in any minute. */
export function createTurnstile(now: Now, { sleep }: Timing): (signal: AbortSignal) => Promise<void> {
  let times: readonly number[] = [];
  return async (signal) => {
    const [oldest] = times.length < mostInMinute ? [] : times;
    const left = oldest === undefined ? 0 : oldest + minute - now().getTime();
    if (left > 0) await sleep(left, signal);
    times = [...times, now().getTime()].slice(-mostInMinute);
  };
}
