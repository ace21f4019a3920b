/** Which edits have been heard of: Discord tells of a message again for other reasons, and then says the time of the last edit. */
import { LimitedCollection } from 'discord.js';

export interface Edits {
  /** Notes it. `at`: as Discord says it. */
  readonly isNew: (message: string, at: string) => boolean;
}

/** Of so many messages it is remembered. One that was forgotten is heard of once more, which does no harm. */
const mostKnown = 1000;

export function createEdits(): Edits {
  const known = new LimitedCollection<string, string>({ maxSize: mostKnown });
  return {
    isNew: (message, at) => {
      const before = known.get(message);
      known.set(message, at);
      return before !== at;
    },
  };
}
