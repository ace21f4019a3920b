/** The list of reports: all by date, those of one series by number. */
import type { Library } from '../port.ts';
import type { AddressOf } from '../search/address.ts';
import { beginningLike, beginningsOf } from '../search/beginning.ts';
import { keyOf } from '../search/key.ts';
import type { Cards } from './card.ts';
import { pageOf } from './page.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

type Entry = Cards['report'];

interface Ground {
  readonly addressOf: AddressOf;
  /** Local day. */
  readonly today: string;
}

/** Newest first; of a series the highest number first. What has no date or number comes last. */
export function createReports(
  shelf: Shelf,
): (of: Parameters<Library['reports']>[0], ground: Ground) => ReturnType<Library['reports']> {
  const sorted = remembered((entries: readonly Entry[]) => entries.toSorted(byDate));
  const titled = remembered((entries: readonly Entry[]) =>
    entries.map((entry) => ({ entry, title: beginningsOf([entry.title]) })),
  );
  const liked = (entries: readonly Entry[], like: string): readonly Entry[] => {
    const isLike = beginningLike(like);
    return titled(entries)
      .filter(({ title }) => isLike(title))
      .map(({ entry }) => entry);
  };
  return async ({ series, like, ...part }, { addressOf, today }) => {
    const all = sorted(await shelf.shown('report', today));
    const wanted = like === undefined ? all : liked(all, like);
    const { items, total } = pageOf(series === undefined ? wanted : inSeries(wanted, series), part);
    return { items: items.map((entry) => ({ ...entry, url: addressOf(entry) })), total };
  };
}

function inSeries(entries: readonly Entry[], series: string): readonly Entry[] {
  const key = keyOf(series);
  return entries.filter((entry) => keyOf(entry.series ?? '') === key).toSorted(byNumber);
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const byDate = (left: Entry, right: Entry): number =>
  compare(right.date ?? '', left.date ?? '') || compare(left.file, right.file);

const byNumber = (left: Entry, right: Entry): number =>
  (right.number ?? -1) - (left.number ?? -1) || byDate(left, right);
