/** What taking notes needs of the rest of the bot. */
import type { Chat, Directory, Hash, Library, Log, Now, Publisher, State } from '../../port.ts';
import type { Reader } from './read.ts';

export interface NoteRoom {
  readonly library: Library;
  readonly state: State;
  /** The chat of a platform; `null`: it has not been joined. */
  readonly chat: (platform: string) => Pick<Chat, 'platform' | 'thread'> | null;
  /** How a platform calls its channels; `null`: it does not say. */
  readonly directory: (platform: string) => Directory | null;
  /** `null`: nothing is published. */
  readonly publisher: Publisher | null;
  readonly reader: Reader;
  readonly hash: Hash;
  readonly now: Now;
  readonly log: Log;
}
