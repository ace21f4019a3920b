/** Writes many records at the price of one: what is asked for while the disk is busy is written together afterwards. */
import type { State, StateChange } from '../../../src/port.ts';

interface Waiting {
  readonly change: StateChange;
  readonly done: (version: number | null) => void;
  readonly failed: (error: unknown) => void;
}

/** So many in one transaction: others wait for its end. */
const mostAtOnce = 500;

/** `put` of State. */
export function createBatch(state: State): State['put'] {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) await write(state, waiting.splice(0, mostAtOnce));
    isWriting = false;
  };

  return async (change) => {
    const { promise, resolve: done, reject: failed } = Promise.withResolvers<number | null>();
    waiting.push({ change, done, failed });
    if (!isWriting) void writeAll();
    return promise;
  };
}

/** Where one of them is no record, the others are written all the same. */
async function write(state: State, batch: readonly Waiting[]): Promise<void> {
  try {
    const versions = await state.transaction(async (records) => {
      const written: (number | null)[] = [];
      for (const { change } of batch) written.push(await records.put(change));
      return written;
    });
    batch.forEach(({ done }, index) => done(versions[index] ?? null));
  } catch (error) {
    if (batch.length === 1) batch[0]?.failed(error);
    else for (const one of batch) await write(state, [one]);
  }
}
