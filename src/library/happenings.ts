/** What is coming: events of their own files, and those that reports mention. */
import type { Happening, Settings } from '../port.ts';
import type { Shelf } from './shelf.ts';

export async function happeningsBetween(
  _between: { readonly from: Date; readonly to: Date },
  _shelf: Shelf,
  _ground: { readonly settings: Settings; readonly today: string },
): Promise<readonly Happening[]> {
  return [];
}
