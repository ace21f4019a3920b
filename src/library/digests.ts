/** Digests that were kept as files. */
import type { Library } from '../port.ts';
import { remembered } from './remembered.ts';
import type { Filed, Shelf } from './shelf.ts';

/** Newest first. */
export function createDigests(shelf: Shelf): Library['digests'] {
  const sorted = remembered((filed: readonly Filed<'digest'>[]) =>
    filed.map(({ data }) => data).toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at)),
  );
  return async (of) => sorted(await shelf.of('digest')).slice(0, of?.limit);
}
