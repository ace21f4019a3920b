/** What the harness process is told when it is made. */
import type { Timing } from '../../src/outbox/timing.ts';

export interface Orders {
  /** File of the State, and folder of the community. */
  readonly state: string;
  readonly content: string;
  readonly slack: Door;
  readonly discord: Door;
  readonly timing: Timing;
  /** How it is wrong on purpose. */
  readonly way: Way;
}

export interface Door {
  readonly apiUrl: string;
  readonly token: string;
}

/** `marks`: says that it has posted, and then posts. `blind`: posts without a look where it may have posted before. */
export type Way = 'right' | 'marks' | 'blind';
