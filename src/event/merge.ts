/** The same event from several sources is one. */
import type { Happening } from '../model.ts';
import { combine } from './combine.ts';
import { feedOf, startsAt } from './fact.ts';
import { pairsIn } from './same.ts';
import { groupsOf } from './union.ts';

/** Whom one believes more comes first: the community's own files, then where people register, then copies of that. */
const ranks = ['files', 'connpass', 'doorkeeper', 'ical', 'reports'];

/**
 * Each event once: those that share an address or a UID, or have one title and start within 15 minutes of each other.
 * Two of one feed stay two, since whoever announces them knows; what only reports mention gives way to what is known. The
 * result, in the order of starts and ids, does not depend on the order of the happenings.
 */
export function merge(happenings: readonly Happening[]): readonly Happening[] {
  const all = each(happenings).toSorted(byTrust);
  return groupsOf(all, pairsIn(all), isOneFeed)
    .map(combine)
    .map((happening) => ({ happening, at: startsAt(happening) }))
    .toSorted((a, b) => a.at - b.at || compare(a.happening.id, b.happening.id))
    .map(({ happening }) => happening);
}

/** What a feed says twice by one id it says once, whichever comes first. */
const each = (happenings: readonly Happening[]): readonly Happening[] =>
  [...Map.groupBy(happenings, (happening) => `${feedOf(happening)} ${happening.id}`).values()].flatMap(
    (same) => (same.length === 1 ? same : same.toSorted(byText).slice(0, 1)),
  );

const byText = (a: Happening, b: Happening): number => compare(JSON.stringify(a), JSON.stringify(b));

const rankOf = (happening: Happening): number => ranks.indexOf(feedOf(happening).split(' ')[0] ?? '');

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const byTrust = (a: Happening, b: Happening): number =>
  rankOf(a) - rankOf(b) || compare(feedOf(a), feedOf(b)) || compare(a.start, b.start) || compare(a.id, b.id);

/** Reports mention an event as often as they like. */
const isOneFeed = (a: Happening, b: Happening): boolean => !a.inferred && feedOf(a) === feedOf(b);
