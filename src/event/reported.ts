/** Which report is about an event. */
import type { Happening, ReportEntry } from '../port.ts';
import { keyOf } from '../search/key.ts';
import { addressKey } from './identity.ts';

type Entry = Pick<ReportEntry, 'title' | 'date' | 'series' | 'number' | 'event'>;
type Event = Pick<Happening, 'keys' | 'series' | 'number' | 'title' | 'start'>;

/**
 * Finds it by the address that it names, else by its number in a series, else by its day and title; `null` where there is
 * none. Of several it is the first.
 */
export function reportFinder<T extends Entry>(reports: readonly T[]): (event: Event) => T | null {
  const pages = named(reports, ({ event }) => (event === null ? null : addressKey(event)));
  const numbers = named(reports, numberKey);
  const days = Map.groupBy(reports, ({ date }) => date);
  return (event) =>
    first(event.keys, pages) ??
    first([numberKey(event)], numbers) ??
    days.get(event.start.slice(0, 10))?.find((report) => isAlike(report, event)) ??
    null;
}

function named<T>(all: readonly T[], nameOf: (each: T) => string | null): ReadonlyMap<string, T> {
  const entries = all.toReversed().flatMap((each) => {
    const name = nameOf(each);
    return name === null ? [] : [[name, each] as const];
  });
  return new Map(entries);
}

const first = <T>(names: readonly (string | null)[], all: ReadonlyMap<string, T>): T | undefined =>
  names.map((name) => all.get(name ?? '')).find((found) => found !== undefined);

const numberKey = ({ series, number }: Pick<Entry, 'series' | 'number'>): string | null =>
  series === null || number === null ? null : `${number} ${keyOf(series)}`;

/** Characters: titles that are shorter are in many others. */
const telling = 6;

/** Of one day: of one series, or one title is the other with something before or after it. */
function isAlike(report: Entry, event: Event): boolean {
  const isInSeries = report.series !== null && event.series !== null;
  if (isInSeries && keyOf(report.series) === keyOf(event.series)) return true;
  const [one, other] = [keyOf(report.title), keyOf(event.title)];
  const [long, part] = one.length < other.length ? [other, one] : [one, other];
  return one === other || (part.length >= telling && long.includes(part));
}
