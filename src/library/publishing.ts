/** The library, whose folder is published: while it is written to nothing is pulled, and what was written is noted down. */
import type { Library, Publisher, State, StateRecord } from '../port.ts';

const kind = 'unpublished';

/** Of State. */
const longestKey = 200;

export function publishing(library: Library, publisher: Publisher, state: State): Library {
  /** Noted before it is written: whoever dies in between publishes a file that is as it was, which is nothing. */
  const written = <T>(path: string, work: () => Promise<T>): Promise<T> =>
    publisher.exclusively(async () => {
      await note(state, path);
      return work();
    });
  return {
    ...library,
    add: (file) =>
      publisher.exclusively(async () => {
        const path = await library.add(file);
        await note(state, path);
        return path;
      }),
    change: (change) => written(change.path, () => library.change(change)),
    keep: (asset) => written(asset.path, () => library.keep(asset)),
  };
}

/** Written once more it is another version: what is published meanwhile was the one before. */
async function note(state: State, path: string): Promise<void> {
  await state.transaction(async (records) => {
    const key = path.slice(-longestKey);
    const version = (await records.get(kind, key))?.version ?? null;
    await records.put({ kind, key, version, value: path });
  });
}

/** Paths below the folder that were written and not published yet, as the values of the records. */
export const unpublished = (state: State): Promise<readonly StateRecord[]> => state.list(kind);

/** Of what was not written again since. */
export async function notePublished(state: State, records: readonly StateRecord[]): Promise<void> {
  for (const record of records) await state.put({ ...record, value: null });
}
