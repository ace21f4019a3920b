/** Chance that can be had again: the same seed, the same numbers. */

/** From 0 up to, and without, 1. */
export type Chance = () => number;

/** Mulberry32, https://github.com/cprosche/mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in another order. */
export const shuffled = <T>(things: readonly T[], chance: Chance): readonly T[] =>
  things
    .map((thing) => ({ thing, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing);

/** So many of them, evenly spread over all; all of them where there are not as many. */
export const spread = <T>(things: readonly T[], count: number): readonly T[] => {
  const step = Math.max(1, things.length / count);
  return things.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
};
