/** Time for tests: whoever sleeps has slept at once, and the clock says so. */
import { setImmediate } from 'node:timers/promises';
import { sleep as reallySleep } from '../../../adapters/clock/index.ts';
import type { Timing } from '../../../adapters/slack/timing.ts';

export interface TestClock {
  readonly now: () => Date;
  readonly timing: Partial<Timing>;
  /** Every sleep so far, in milliseconds. */
  readonly slept: readonly number[];
  readonly advance: (ms: number) => void;
}

/** `hello`: the one wait that is real, since it is for something that comes. */
export function createClock(hello = 3000): TestClock {
  let passed = 0;
  const began = Date.now();
  const slept: number[] = [];
  const sleep: Timing['sleep'] = async (ms, signal) => {
    if (ms === hello) return reallySleep(ms, signal);
    slept.push(ms);
    passed += Math.max(0, ms);
    await setImmediate();
  };
  return {
    now: () => new Date(began + passed),
    timing: { hello, farewell: hello, sleep },
    slept,
    advance: (ms) => {
      passed += ms;
    },
  };
}
