/** Many lists of happenings → the one that people read. */
import { Temporal } from 'temporal-polyfill';
import type { Happening } from '../model.ts';
import { atZone } from './local.ts';

/**
 * All happenings by start, then by id, each id once. What was only inferred gives way to what is known under the
 * same address; of several inferred ones with one address the first in the list stays.
 */
export function agenda(happenings: readonly Happening[]): readonly Happening[] {
  const known = happenings.filter(({ inferred }) => !inferred);
  const taken = new Set(known.map(sameKey));
  const inferred = happenings.filter((each) => each.inferred && !taken.has(sameKey(each)));
  return [...firstOf(known, ({ id }) => id), ...firstOf(inferred, sameKey)]
    .map((happening) => ({ happening, at: startOf(happening) }))
    .toSorted((a, b) => a.at - b.at || (a.happening.id < b.happening.id ? -1 : 1))
    .map(({ happening }) => happening);
}

/** The address, however it is written; where there is none, nothing else is the same. */
function sameKey({ id, url }: Happening): string {
  const parts = url === null ? null : URL.parse(url);
  if (!parts) return id;
  return `${parts.host.replace(/^www\./u, '')}${parts.pathname.replace(/\/+$/u, '')}${parts.search}`;
}

const firstOf = (all: readonly Happening[], key: (happening: Happening) => string): readonly Happening[] => [
  ...new Map(all.toReversed().map((happening) => [key(happening), happening])).values(),
];

/** Milliseconds since the epoch; a whole day starts at its midnight. */
const startOf = ({ start, zone }: Happening): number =>
  start.includes('T')
    ? Temporal.Instant.from(start).epochMilliseconds
    : atZone(Temporal.PlainDateTime.from(start), zone).epochMilliseconds;
