/** One event by what people call it, with what the reports and its own page say of it afterwards. */
import { addressKey } from '../event/identity.ts';
import { reportFinder } from '../event/reported.ts';
import type { EventReading, Happening, Now, ReportEntry } from '../port.ts';
import { beginningLike, beginningsOf } from '../search/beginning.ts';
import { keyOf } from '../search/key.ts';
import type { KnownFeed } from './feeds.ts';
import { presentationsAt } from './proposals.ts';

/** Milliseconds: how far back, and how far ahead, an event is looked for. */
const back = 366 * 24 * 60 * 60_000;
const ahead = 5 * 366 * 24 * 60 * 60_000;

/** What is looked through. */
export interface Sought {
  readonly name: string;
  readonly happenings: (between: { readonly from: Date; readonly to: Date }) => Promise<readonly Happening[]>;
  readonly feeds: readonly KnownFeed[];
  readonly reports: () => Promise<readonly ReportEntry[]>;
  readonly now: Now;
}

/** By its id or an address of its own, else by its title, how that or a word in it begins, or a part of it: the next one, else the last one. */
export async function eventNamed(sought: Sought): Promise<EventReading | null> {
  const now = sought.now();
  const coming = await sought.happenings({ from: now, to: new Date(now.getTime() + ahead) });
  const over = await sought.happenings({ from: new Date(now.getTime() - back), to: now });
  const happening = found(sought.name, [...coming, ...over.toReversed()]);
  if (happening === undefined) return null;
  const report = reportFinder(await sought.reports())(happening);
  return { happening, report, presentations: presentationsAt(happening.keys, sought.feeds) };
}

/** The first that is called so: outright, by its beginning or that of a word in it, or by a part. */
function found(name: string, all: readonly Happening[]): Happening | undefined {
  const [key, address] = [keyOf(name), addressKey(name.trim())];
  const named =
    all.find(({ id }) => id === name.trim()) ??
    (address === null ? undefined : all.find(({ keys }) => keys.some(isOf(address))));
  if (named !== undefined || key === '') return named;
  const isLike = beginningLike(name);
  return (
    all.find(({ title }) => keyOf(title) === key) ??
    all.find(({ title }) => isLike(beginningsOf([title]))) ??
    all.find(({ title }) => keyOf(title).includes(key))
  );
}

/** The address itself, or that of all times that it takes place, and a day. */
const isOf =
  (address: string) =>
  (key: string): boolean =>
    key === address || key.startsWith(`${address} `);
