/** What several sources know of one event, and where they disagree. */
import type { Conflict, Happening } from '../model.ts';
import { feedOf, isWholeDay, startsAt } from './fact.ts';

/** One happening of all that is said of it, by whom one believes more first. */
export function combine(all: readonly Happening[]): Happening {
  const [first] = all;
  if (first === undefined) throw new Error('a group has no members');
  if (all.length === 1) return first;
  const timed = all.find(({ start }) => !isWholeDay(start) && isOnDay(start, first)) ?? first;
  const counted =
    all.find(({ accepted }) => accepted !== null) ?? all.find(({ capacity }) => capacity !== null);
  const ended = [timed, ...all].find((each) => each.end !== null && startsAt(each) === startsAt(timed));
  const placed = all.find(({ place, address }) => place !== null || address !== null);
  const picked = {
    title: first,
    start: timed,
    end: ended,
    place: placed,
    online: all.find(({ online }) => online !== null),
    url: all.find(({ url }) => url !== null),
    capacity: counted,
    talks: all.find(({ talks }) => talks.length > 0),
    text: all.find(({ text }) => text !== ''),
    status: all.find(({ status, inferred }) => status === 'cancelled' && !inferred) ?? first,
    series: all.find(({ series }) => series !== null),
  };
  const { capacity = null, accepted = null, waiting = null } = counted ?? {};
  return {
    id: first.id,
    title: first.title,
    start: timed.start,
    end: ended?.end ?? null,
    zone: timed.zone,
    place: placed?.place ?? null,
    address: placed?.address ?? null,
    online: picked.online?.online ?? null,
    url: picked.url?.url ?? null,
    status: picked.status.status,
    sources: unique(all.flatMap(({ sources }) => sources)),
    series: picked.series?.series ?? null,
    number: picked.series?.number ?? null,
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    capacity,
    accepted,
    waiting,
    talks: picked.talks?.talks ?? [],
    text: picked.text?.text ?? '',
    inferred: all.every(({ inferred }) => inferred),
    keys: [...new Set(all.flatMap(({ keys }) => keys))].toSorted(),
    provenance: Object.fromEntries(
      Object.entries(picked).flatMap(([field, from]) => (from === undefined ? [] : [[field, feedOf(from)]])),
    ),
    conflicts: conflictsWith(timed, all),
    sequence: Math.max(...all.map(({ sequence }) => sequence)),
  };
}

const isOnDay = (start: string, { start: other }: Happening): boolean =>
  !isWholeDay(other) || start.startsWith(other);

const unique = (sources: Happening['sources']): Happening['sources'] => [
  ...new Map(sources.map((source) => [JSON.stringify(source), source])).values(),
];

/** Those who announce it at another time. What a report says in passing contradicts nobody. */
function conflictsWith(shown: Happening, all: readonly Happening[]): readonly Conflict[] {
  const others = all.filter((each) => each !== shown && !each.inferred);
  return others.flatMap((other): readonly Conflict[] => {
    const feed = feedOf(other);
    if (!isAtOneTime(shown, other)) return [{ field: 'start', feed, value: other.start }];
    const isEndOther = shown.end !== null && other.end !== null && instant(shown.end) !== instant(other.end);
    return isEndOther ? [{ field: 'end', feed, value: other.end }] : [];
  });
}

const isAtOneTime = (a: Happening, b: Happening): boolean =>
  isWholeDay(a.start) || isWholeDay(b.start)
    ? a.start.slice(0, 10) === b.start.slice(0, 10)
    : startsAt(a) === startsAt(b);

const instant = (time: string): number | string => (isWholeDay(time) ? time : Date.parse(time));
