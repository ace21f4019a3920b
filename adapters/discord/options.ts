/** What the process gives to the Discord chat. */
import type { Surroundings } from '../../src/port.ts';
import type { Timing } from './timing.ts';

export interface Options extends Surroundings {
  /** Of the bot, without `Bot` before it. */
  readonly token: string;
  /** Without a version and without a slash at its end. */
  readonly apiUrl: string;
  /** Other times than the usual ones. */
  readonly timing?: Partial<Timing>;
}
