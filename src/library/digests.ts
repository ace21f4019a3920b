/** Digests that were kept as files. */
import type { KeptDigest } from '../port.ts';
import { remembered } from './remembered.ts';
import type { Filed, Shelf } from './shelf.ts';

/** Newest first. */
export function createDigests(shelf: Shelf): () => Promise<readonly KeptDigest[]> {
  const sorted = remembered((filed: readonly Filed<'digest'>[]) =>
    filed.map(({ data }) => data).toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at)),
  );
  return async () => sorted(await shelf.of('digest'));
}
