/** What the bot says of its own accord, from the decision to say it until it stands there. */
import type { Locale, Person, Place, Posted, Records, StateRecord, View } from '../port.ts';

/** A message to be posted once, or what a message is to say from now on. */
export interface Letter {
  /** Which message it is: two letters with one key are one message. At most 200 characters. */
  readonly key: string;
  readonly platform: string;
  readonly to: Place | Person;
  readonly view: View;
  /** ISO 8601: after that it is better not said. */
  readonly until: string;
  /**
   * ISO 8601: when it was to be said. Tried much later, it is looked for from then on first: whoever remembers no more that
   * it was posted makes it again.
   */
  readonly due?: string;
  /** `ref` of the message below which it stands, in a thread. */
  readonly below?: string;
  /** `ref` of the message that says this instead; of what is to be said of it the newest counts. */
  readonly edit?: string;
  /** The language of what the chat itself says in it. */
  readonly locale?: Locale;
}

/** Who tries it. Until `leaseUntil` nobody else does, and what was begun at `startedAt` may arrive for a while after that. ISO 8601. */
export interface Claim {
  readonly owner: string;
  readonly startedAt: string;
  readonly leaseUntil: string;
}

/** A letter that waits. */
export interface Waiting extends Letter {
  /** ISO 8601: when it was tried first. From then on nobody knows whether it stands there until it has been looked for. */
  readonly triedAt: string | null;
  readonly tries: number;
  /** ISO 8601. */
  readonly notBefore: string | null;
  /** The last attempt of which nobody knows what became of it. */
  readonly claim: Claim | null;
  /** Nobody can know whether it stands there: it is tried no more until somebody says so. */
  readonly isParked: boolean;
  /** Somebody said that it does not stand there: the next attempt goes without a look. */
  readonly isMissing: boolean;
}

/** What has become of a letter in the end. `unknown`: it may stand there or not. `late`: it was never tried in time. */
export type Settled =
  | Extract<Posted, { readonly status: 'posted' | 'refused' }>
  /** `isParked`: whoever looks can still say what to do; else it is given up. */
  | { readonly status: 'unknown'; readonly isParked: boolean }
  | { readonly status: 'late' };

export const kind = 'letter';

type Trying = Omit<Waiting, keyof Letter>;

/** Nothing has been tried so far. */
export const untried: Trying = {
  triedAt: null,
  tries: 0,
  notBefore: null,
  claim: null,
  isParked: false,
  isMissing: false,
};

/**
 * Puts a letter into the box, unless one with its key is in there; in a transaction with what it tells of. What a message is
 * to say from now on takes the place of what it was to say before: an attempt at that which is under way goes before it.
 */
export async function put(letter: Letter, records: Records): Promise<void> {
  const record = await records.get(kind, letter.key);
  if (record !== null && letter.edit === undefined) return;
  const value: Waiting = { ...letter, ...(record === null ? untried : tryingOf(waitingOf(record))) };
  await records.put({ kind, key: letter.key, version: record?.version ?? null, value });
}

const tryingOf = ({ triedAt, tries, notBefore, claim, isParked, isMissing }: Waiting): Trying => ({
  triedAt,
  tries,
  notBefore,
  claim,
  isParked,
  isMissing,
});

/** An older version of the bot knew less of its letters. */
export const waitingOf = ({ value }: StateRecord): Waiting => ({ ...untried, ...(value as Waiting) });

/** Within a transaction: it is not said after all, unless somebody may have begun to. */
export async function takeBack(key: string, records: Records): Promise<void> {
  const record = await records.get(kind, key);
  if (record !== null && waitingOf(record).triedAt === null) await records.put({ ...record, value: null });
}
