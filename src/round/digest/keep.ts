/** Digests that are kept as files of the community's folder, each once. */
import type { Edition } from '../../digest/edition.ts';
import type { Records } from '../../port.ts';

const kind = 'digest-file';

/** Within the transaction in which it is noted that it stands there. */
export async function noteKept(records: Records, { key }: Pick<Edition, 'key'>): Promise<void> {
  if ((await records.get(kind, key)) === null) await records.put({ kind, key, version: null, value: true });
}
