/** What every character of every text is asked, a pattern is asked once for all code units; from then on it is looked up. */

const units = 0x1_0000;
const firstLeading = 0xd800;
const firstTrailing = 0xdc00;
const afterSurrogates = 0xe000;

const stretch = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => String.fromCharCode(from + at)).join('');

/**
 * A number for each code unit: `kinds` is a list of numbers and patterns of runs (`/[a-z]+/gu`), of which the last one that
 * matches counts; `pair` is for the first half of what takes two, and 0 for all others.
 */
export function byCodeUnit(
  kinds: readonly (readonly [kind: number, runs: RegExp])[],
  pair: number,
): Readonly<Uint8Array> {
  const table = new Uint8Array(units).fill(pair, firstLeading, firstTrailing);
  for (const from of [0, afterSurrogates]) {
    const all = stretch(from, from === 0 ? firstLeading : units);
    for (const [kind, runs] of kinds)
      for (const { index, 0: run } of all.matchAll(runs))
        table.fill(kind, from + index, from + index + run.length);
  }
  return table;
}

/** Code units of the character at `at`. */
export const widthAt = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc_00) === firstLeading ? 2 : 1;
