/** What a case of the suite plays on: an empty State, and some records to keep in it. */
import type { Records, State, StateChange } from '../../../src/port.ts';

export interface Stage {
  readonly state: State;
  /** Closes it, and opens what it left. */
  readonly reopen: () => Promise<State>;
}

export type Cases = Readonly<Record<string, (stage: Stage) => Promise<void>>>;

export const a = { kind: 'letter', key: 'a' };
export const b = { kind: 'letter', key: 'b' };

/** `a`, where there is none so far. */
export const made = (value: unknown): StateChange => ({ ...a, version: null, value });

/** Counts `a` up by one, unless somebody else does at the same time. */
export async function addOne(records: Records): Promise<number | null> {
  const known = await records.get('letter', 'a');
  return records.put({ ...a, version: known?.version ?? null, value: Number(known?.value ?? 0) + 1 });
}
