/** What the bot says of its own accord, from the decision to say it until it stands there. */
import type { Person, Place, Records, StateRecord, View } from '../port.ts';

/** A message to be posted once. */
export interface Letter {
  /** Which message it is: two letters with one key are one message. At most 200 characters. */
  readonly key: string;
  readonly platform: string;
  readonly to: Place | Person;
  readonly view: View;
  /** ISO 8601: after that it is better not said. */
  readonly until: string;
}

/** A letter that waits. */
export interface Waiting extends Letter {
  /** ISO 8601: when it was tried first. From then on nobody knows whether it stands there until it has been looked for. */
  readonly triedAt: string | null;
  readonly tries: number;
  /** ISO 8601. */
  readonly notBefore: string | null;
}

export const kind = 'letter';

/** Puts a letter into the box, unless one with its key is in there; in a transaction with what it tells of. */
export async function put(letter: Letter, records: Records): Promise<void> {
  const value: Waiting = { ...letter, triedAt: null, tries: 0, notBefore: null };
  const version = (await records.get(kind, letter.key))?.version ?? null;
  if (version === null) await records.put({ kind, key: letter.key, version, value });
}

export const waitingOf = ({ value }: StateRecord): Waiting => value as Waiting;
