/** Which known events the happenings are. */
import type { Happening } from '../model.ts';
import { keyOf } from '../search/key.ts';
import { startsAt } from './fact.ts';
import { seriesOf } from './identity.ts';
import type { KnownEvent } from './plan.ts';

export interface Match {
  /** `null`: it is new. */
  readonly of: (happening: Happening) => KnownEvent | null;
  /** Those that nothing is. */
  readonly left: readonly KnownEvent[];
}

/**
 * Each by its id; of what is left, by a name that it has elsewhere, then by its title and start. A name that several of them
 * have says nothing. A series that moves to another day of the week has other occurrences: each is the nearest that was.
 */
export function matched(known: readonly KnownEvent[], happenings: readonly Happening[]): Match {
  const found = new Map<string, KnownEvent>();
  const left = new Map(known.map((event) => [event.id, event]));
  const take = (happening: Happening, event: KnownEvent | undefined): void => {
    if (event === undefined || found.has(happening.id) || !left.delete(event.id)) return;
    found.set(happening.id, event);
  };
  for (const happening of happenings) take(happening, left.get(happening.id));
  const missing = happenings.filter(({ id }) => !found.has(id));
  const before = byName([...left.values()], (event) => namesOf(event, event.seen));
  const after = byName(missing, (happening) => namesOf(happening, happening));
  for (const happening of missing)
    for (const name of namesOf(happening, happening))
      if (after.get(name)?.length === 1 && before.get(name)?.length === 1)
        take(happening, before.get(name)?.[0]);
  for (const happening of missing) if (!found.has(happening.id)) take(happening, nearest(happening, left));
  return { of: ({ id }) => found.get(id) ?? null, left: [...left.values()] };
}

/** Milliseconds: further away is another occurrence, of a series that one has been taken from. */
const sameWeek = 4 * 24 * 60 * 60_000;

/** Of the same series. */
function nearest(happening: Happening, left: ReadonlyMap<string, KnownEvent>): KnownEvent | undefined {
  const series = seriesOf(happening.id);
  if (series === null) return undefined;
  const at = startsAt(happening);
  const far = ({ seen }: KnownEvent): number => Math.abs(startsAt(seen) - at);
  const own = [...left.values()].filter((each) => seriesOf(each.id) === series && far(each) < sameWeek);
  return own.toSorted((a, b) => far(a) - far(b))[0];
}

function byName<T>(
  all: readonly T[],
  names: (each: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const named = Map.groupBy(
    all.flatMap((each) => names(each).map((name) => ({ name, each }))),
    ({ name }) => name,
  );
  return new Map([...named].map(([name, same]) => [name, same.map(({ each }) => each)]));
}

/** A name without a day is shorter than the same with one, and says more: its day may be another now. */
const namesOf = (
  { keys }: Pick<Happening, 'keys'>,
  seen: Pick<Happening, 'title' | 'start' | 'zone'>,
): readonly string[] => [
  ...keys.toSorted((a, b) => a.length - b.length),
  `title ${keyOf(seen.title)} ${startsAt(seen)}`,
];
