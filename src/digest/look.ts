/** What one look at the reports adds to what was seen of them before: a pure function. */
import type { CatalogueEntry } from '../port.ts';
import { signOf } from './fingerprint.ts';

/** What is remembered of a report. An instant is ISO 8601, or '' for what was known from the beginning. */
export interface Seen {
  readonly id: string;
  /** Sign of its title and its date: a file that has another name is known again by it. */
  readonly called: string;
  readonly since: string;
  /** Since when it is not there any more; `null`: it is there. */
  readonly gone: string | null;
  readonly slides: readonly SeenSlides[];
}

/** The slides of a talk. Those that came with the report were known from the beginning. */
export interface SeenSlides {
  readonly talk: string;
  /** Signs of their addresses: a talk whose heading was corrected has another id. */
  readonly signs: readonly string[];
  readonly since: string;
}

/** Milliseconds that a report may be away and be no news when it comes back. */
const longestAbsence = 90 * 24 * 60 * 60_000;

/**
 * Of the very first look nothing is news. In whichever order the reports come, the outcome is the same; what is as it was
 * stays the same object.
 */
export function looked(
  before: readonly Seen[],
  reports: readonly CatalogueEntry[],
  now: Date,
): readonly Seen[] {
  const at = before.length === 0 ? '' : now.toISOString();
  const known = new Map(before.map((seen) => [seen.id, seen]));
  const here = new Set(reports.map(({ id }) => id));
  const absent = before.filter(({ id }) => !here.has(id));
  const added = reports.filter(({ id }) => !known.has(id));
  const former = renamed(added, absent);
  const adopted = new Set(former.values());
  return [
    ...reports.map((report) => seenAs(report, known.get(report.id) ?? former.get(report.id), at)),
    ...absent
      .filter((seen) => !adopted.has(seen) && !isForgotten(seen, now))
      .map((seen) => (seen.gone === null ? { ...seen, gone: now.toISOString() } : seen)),
  ];
}

const isForgotten = ({ gone }: Seen, now: Date): boolean =>
  gone !== null && now.getTime() - Date.parse(gone) > longestAbsence;

const calledAs = ({ title, date }: CatalogueEntry): string => signOf(`${date} ${title}`);

/** What new reports were before, by their new ids, as far as one that is called the same is absent. */
function renamed(added: readonly CatalogueEntry[], absent: readonly Seen[]): ReadonlyMap<string, Seen> {
  const waiting = Map.groupBy(absent.toSorted(byId), ({ called }) => called);
  const found = added
    .toSorted(byId)
    .map((report) => [report.id, waiting.get(calledAs(report))?.shift()] as const);
  return new Map(found.filter((pair): pair is [string, Seen] => pair[1] !== undefined));
}

export const byId = (left: Pick<Seen, 'id'>, right: Pick<Seen, 'id'>): number =>
  left.id < right.id ? -1 : 1;

function seenAs(report: CatalogueEntry, known: Seen | undefined, at: string): Seen {
  const { id } = report;
  const called = calledAs(report);
  if (known === undefined) return { id, called, since: at, gone: null, slides: withSlides(report, [], '') };
  const slides = withSlides(report, known.slides, at);
  const isSame = known.id === id && known.called === called && known.gone === null && known.slides === slides;
  return isSame ? known : { id, called, since: known.since, gone: null, slides };
}

/** Slides are news where neither their talk had any nor the report these. What was seen once stays seen. */
function withSlides({ parts }: CatalogueEntry, known: Seen['slides'], at: string): Seen['slides'] {
  return parts
    .filter(({ slides }) => slides.length > 0)
    .map(({ id, slides }) => ({ talk: id, signs: slides.map(signOf), since: at }))
    .reduce(withTalk, known);
}

/** With the slides of one talk more; their instant is for those of which nothing was seen before. */
function withTalk(known: Seen['slides'], { talk, signs, since: at }: SeenSlides): Seen['slides'] {
  const own = known.find((each) => each.talk === talk);
  if (own !== undefined && signs.every((sign) => own.signs.includes(sign))) return known;
  const same = known.filter((each) => each === own || signs.some((sign) => each.signs.includes(sign)));
  const [since = at] = same.map((each) => each.since).toSorted();
  const next = { talk, signs: [...new Set([...(own?.signs ?? []), ...signs])], since };
  return [...known.filter((each) => each !== own), next];
}
