/** Time for tests: whoever sleeps has slept at once, and the clock says so. */
import { setImmediate } from 'node:timers/promises';
import type { Options } from '../../../adapters/discord/options.ts';
import { sleep as reallySleep } from '../../../adapters/clock/index.ts';
import type { Timing } from '../../../adapters/discord/timing.ts';

export interface TestClock extends Required<Pick<Options, 'now' | 'timing'>> {
  /** Every sleep so far, in milliseconds. */
  readonly slept: readonly number[];
  readonly advance: (ms: number) => void;
}

/** The one wait that is real, since it is for something that comes. */
const farewell = 3000;

export function createClock(): TestClock {
  let passed = 0;
  const began = Date.now();
  const slept: number[] = [];
  const sleep: Timing['sleep'] = async (ms, signal) => {
    if (ms === farewell) return reallySleep(ms, signal);
    slept.push(ms);
    passed += Math.max(0, ms);
    await setImmediate();
  };
  return {
    now: () => new Date(began + passed),
    // What is left alone for a while is so by a clock that no test can move.
    timing: { farewell, goodbye: farewell, rest: 0, sleep },
    slept,
    advance: (ms) => {
      passed += ms;
    },
  };
}
