/** The list of reports: all by date, those of one series by number. */
import type { Page, ReportEntry, Settings } from '../port.ts';
import { addressOf } from '../search/address.ts';
import { keyOf } from '../search/key.ts';
import type { Shelf } from './shelf.ts';

interface Ground {
  readonly settings: Settings;
  readonly today: string;
}

/** Newest first; of a series the highest number first. What has no date or number comes last. */
export async function reportEntries(
  series: string | null,
  shelf: Shelf,
  { settings, today }: Ground,
): Promise<readonly ReportEntry[]> {
  const all = await shelf.shown('report', today);
  const wanted = series === null ? all : all.filter((each) => keyOf(each.series ?? '') === keyOf(series));
  return wanted
    .map((each) => ({ ...each, url: addressOf(settings.site, each) }))
    .toSorted(series === null ? byDate : byNumber);
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const byDate = (left: ReportEntry, right: ReportEntry): number =>
  compare(right.date ?? '', left.date ?? '') || compare(left.file, right.file);

const byNumber = (left: ReportEntry, right: ReportEntry): number =>
  (right.number ?? -1) - (left.number ?? -1) || byDate(left, right);

export const pageOf = <T>(
  items: readonly T[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Page<T> => ({ items: items.slice(offset, offset + limit), total: items.length });
