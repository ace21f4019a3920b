/** What the outbox needs of the world around it. */
import type { Chat, Log, Now, Records, State } from '../port.ts';
import type { Letter, Settled } from './letter.ts';
import type { Timing } from './timing.ts';

export interface Delivery {
  readonly state: State;
  /** By platform. */
  readonly chats: ReadonlyMap<string, Pick<Chat, 'post' | 'edit'>>;
  /** An id of this process: another one has another. */
  readonly owner: string;
  readonly now: Now;
  readonly log: Log;
  /**
   * Told what has become of a letter, in the transaction in which it leaves the box, or is parked: it writes with these
   * records alone, and where it throws the letter stays.
   */
  readonly told: (letter: Letter, settled: Settled, records: Records) => Promise<void>;
  readonly timing?: Timing;
  /** Platforms that are left alone, and until when: kept from one round to the next. */
  readonly resting?: Map<string, Date>;
}
