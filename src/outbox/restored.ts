/** State that was put back to what it was some time ago knows nothing of what has been posted since. */
import type { Records } from '../port.ts';

const kind = 'restored';
const key = 'last';

/** Together with what is restored. */
export async function noteRestored(records: Records, at: Date): Promise<void> {
  const version = (await records.get(kind, key))?.version ?? null;
  await records.put({ kind, key, version, value: { at: at.toISOString() } });
}

/** When that was last; `null`: never. */
export async function restoredAt(records: Pick<Records, 'get'>): Promise<Date | null> {
  const record = await records.get(kind, key);
  return record === null ? null : new Date((record.value as { readonly at: string }).at);
}
