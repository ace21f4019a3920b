/** What it takes to read an event of a service. */
import type { Hash, Understanding } from '../../src/port.ts';

export interface Reading {
  readonly hash: Hash;
  readonly understanding: Understanding;
}
