/** What the process gives to the Discord chat. */
import type { UserError } from '../../src/error.ts';
import type { Hash, Log, Now, Settings, State } from '../../src/port.ts';
import type { Timing } from './timing.ts';

export interface Options {
  /** Of the bot, without `Bot` before it. */
  readonly token: string;
  /** Without a version and without a slash at its end. */
  readonly apiUrl: string;
  readonly state: State;
  /** The community's, as they are now. */
  readonly settings: () => Promise<Pick<Settings, 'locale' | 'organisers' | 'workspaces'>>;
  readonly log: Log;
  readonly now: Now;
  readonly newId: () => string;
  readonly hash: Hash;
  /** Told when the chat is over for good: why, for whoever runs the bot. */
  readonly failed: (reason: UserError) => void;
  /** Other times than the usual ones. */
  readonly timing?: Partial<Timing>;
}
