/** Things that belong together, pair by pair, unless two of one kind would meet. */

/** Positions of two things in a list. */
export type Pair = readonly [number, number];

/**
 * The groups of a list, each in its order, in the order of their first members. The pairs are followed one after the other;
 * one that would bring two together that `exclude` each other is not followed.
 */
export function groupsOf<T>(
  all: readonly T[],
  pairs: readonly Pair[],
  exclude: (one: T, other: T) => boolean,
): readonly (readonly T[])[] {
  const groups = all.map((_each, at) => [at]);
  for (const [a, b] of pairs) {
    const [one, other] = [groups[a], groups[b]];
    if (one === undefined || other === undefined || one === other) continue;
    if (one.some((left) => other.some((right) => exclude(all[left] as T, all[right] as T)))) continue;
    one.push(...other);
    for (const at of other) groups[at] = one;
  }
  return [...new Set(groups)].map((group) => group.toSorted((a, b) => a - b).map((at) => all[at] as T));
}
