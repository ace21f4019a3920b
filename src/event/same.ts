/** Which happenings are likely to be one event. */
import { isEventPage } from '../content/event-hosts.ts';
import type { Happening } from '../model.ts';
import { keyOf } from '../search/key.ts';
import { feedOf, isWholeDay, startsAt } from './fact.ts';
import type { Pair } from './union.ts';

/** Milliseconds that two clocks of one event may differ. */
const tolerance = 15 * 60_000;

/** Milliseconds. */
const day = 24 * 60 * 60_000;

/** The surest first: a name that both have, then the same title at the same time. */
export function pairsIn(all: readonly Happening[]): readonly Pair[] {
  const keyed = Map.groupBy(
    all.flatMap(({ keys }, at) => keys.map((key) => ({ key, at }))),
    ({ key }) => key,
  );
  const named = [...keyed.values()].flatMap((same) =>
    pairsOfKey(
      same.map(({ at }) => at),
      all,
    ),
  );
  const titled = Map.groupBy(all.keys(), (at) => keyOf(all[at]?.title ?? ''));
  titled.delete('');
  return [...named, ...[...titled.values()].flatMap((same) => pairsOfTitle(same, all))];
}

/** An address that a feed gives to several of its events is the group's page: it names none of them. */
function pairsOfKey(same: readonly number[], all: readonly Happening[]): readonly Pair[] {
  const feeds = same.flatMap((at) => {
    const happening = all[at];
    return happening === undefined || happening.inferred ? [] : [feedOf(happening)];
  });
  if (new Set(feeds).size < feeds.length) return [];
  return chained(same).filter(([a, b]) => isLikely(all[a], all[b]));
}

/** An address that hosts of events give to each of theirs says enough; any other may lead to a page of several. */
function isLikely(a: Happening | undefined, b: Happening | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const isPage = [a.url, b.url].some((url) => url !== null && isEventPage(url));
  return isPage || Math.abs(startsAt(a) - startsAt(b)) < day || keyOf(a.title) === keyOf(b.title);
}

function pairsOfTitle(same: readonly number[], all: readonly Happening[]): readonly Pair[] {
  if (same.length < 2) return [];
  const timed = same
    .flatMap((at) => {
      const happening = all[at];
      return happening === undefined ? [] : [{ at, happening, start: startsAt(happening) }];
    })
    .toSorted((a, b) => a.start - b.start || a.at - b.at);
  return timed.flatMap((a, index) =>
    timed
      .slice(index + 1, index + 1 + widest)
      .filter((b) => isSameTime(a, b))
      .map((b): Pair => [a.at, b.at]),
  );
}

/** How many of one title at one time are looked at. */
const widest = 50;

interface Timed {
  readonly happening: Happening;
  readonly start: number;
}

/** A day without a time is that of any time on it. */
function isSameTime(a: Timed, b: Timed): boolean {
  const [one, other] = [a.happening.start, b.happening.start];
  if (isWholeDay(one) || isWholeDay(other)) return one.slice(0, 10) === other.slice(0, 10);
  return Math.abs(a.start - b.start) <= tolerance;
}

const chained = (same: readonly number[]): readonly Pair[] =>
  same
    .slice(1)
    .flatMap((at, index): readonly Pair[] => same.slice(0, index + 1).map((before) => [before, at]));
