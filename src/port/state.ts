/** What the bot has to remember and can not read from any file again: small versioned records, found by kind and key. */

export interface StateRecord {
  /** What sort of thing it is: `unanswered`, `claim`. */
  readonly kind: string;
  /** Which one. Kind and key are 1 to 200 UTF-16 code units of well-formed text without NUL. */
  readonly key: string;
  /** Grows with every change, and a record that was taken away and made again has another than ever before. */
  readonly version: number;
  /** Plain data, not `null`: what its JSON says is what is read again. At most 256 KiB of JSON in UTF-8. */
  readonly value: unknown;
}

/** A record as it is to be. */
export interface StateChange extends Pick<StateRecord, 'kind' | 'key' | 'value'> {
  /** The version that it replaces; `null`: there is to be none so far. A `value` of `null` takes the record away. */
  readonly version: number | null;
}

/** Records as they are at one moment. */
export interface Records {
  get(kind: string, key: string): Promise<StateRecord | null>;
  /** All of a kind, in the order of the code points of their keys. */
  list(kind: string): Promise<readonly StateRecord[]>;
  /**
   * Writes if nobody else has since: resolves to the new version, or to `null` where the record has another version than
   * the change says, and nothing was written. Throws RangeError or TypeError for what is no record.
   */
  put(change: StateChange): Promise<number | null>;
}

/**
 * What was asked first is done first, and what a member resolved to outlives the process and the power: it is on the
 * disk by then.
 */
export interface State extends Records {
  /** Nothing that was taken away is left on the disk. */
  scrub(): Promise<void>;
  /**
   * Everything that `work` does with its own records, or nothing where it throws; it sees what it wrote itself, and nobody
   * else sees any of it before the end. Transactions are as if one came after the other: where they are in each other's way,
   * `work` is run again from its beginning, so it does nothing but read and write records, and soon. Inside of it the State
   * itself can not be asked: it would wait for its own end, so it rejects at once.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
}
