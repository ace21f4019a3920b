/** What the process gives to a chat, whichever platform that is on. Types only. */
import type { UserError } from '../error.ts';
import type { Settings } from '../model.ts';
import type { Hash, Log, NewBreaker, Now, Sleep } from '../port.ts';
import type { State } from './state.ts';

export interface Surroundings {
  readonly state: State;
  /** The community's, as they are now. */
  readonly settings: () => Promise<
    Pick<Settings, 'locale' | 'organisers' | 'workspaces'> & Partial<Pick<Settings, 'notes'>>
  >;
  readonly log: Log;
  readonly now: Now;
  readonly newId: () => string;
  readonly hash: Hash;
  readonly newBreaker: NewBreaker;
  readonly sleep: Sleep;
  /** Told when the chat is over for good: why, for whoever runs the bot. */
  readonly failed: (reason: UserError) => void;
}
