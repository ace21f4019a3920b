/** Slips of the finger between two words. */

/** Shorter words are a slip away from too many others. */
const shortest = 4;
const longWord = 8;

/** How many slips a word of that length may have. */
export const slipsAllowed = (word: string): number => {
  const { length } = Array.from(word);
  if (length < shortest) return 0;
  return length < longWord ? 1 : 2;
};

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions, and neighbours exchanged.
 * Stops early: `limit + 1` means "more than `limit`".
 */
export function slipsBetween(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let older: readonly number[] = [];
  let old: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const next = nextRow({ left, right, row, old, older });
    if (Math.min(...next) > limit) return limit + 1;
    older = old;
    old = next;
  }
  return Math.min(old[right.length] ?? 0, limit + 1);
}

interface Rows {
  readonly left: string;
  readonly right: string;
  readonly row: number;
  readonly old: readonly number[];
  readonly older: readonly number[];
}

function nextRow({ left, right, row, old, older }: Rows): readonly number[] {
  const next = [row];
  for (let at = 1; at <= right.length; at += 1) {
    const same = left[row - 1] === right[at - 1];
    const exchanged = row > 1 && at > 1 && left[row - 1] === right[at - 2] && left[row - 2] === right[at - 1];
    next.push(
      Math.min(
        (next[at - 1] ?? 0) + 1,
        (old[at] ?? 0) + 1,
        (old[at - 1] ?? 0) + (same ? 0 : 1),
        exchanged ? (older[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      ),
    );
  }
  return next;
}

/** Is it exactly one slip from `left` to `right`? The same measure as `slipsBetween`, in one walk. */
export function isOneSlip(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1 || left === right) return false;
  // One slip leaves one of the two ends as it is.
  if (short.length > 2 && left[0] !== right[0] && left[left.length - 1] !== right[right.length - 1])
    return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const exchanged = short[start] === long[start + 1] && short[start + 1] === long[start];
  return exchanged && short.slice(start + 2) === long.slice(start + 2);
}

/** Which letters a word has, one bit for each; few letters share a bit. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function isFewer(letters: number, limit: number): boolean {
  let rest = letters;
  for (let count = 0; count < limit; count += 1) rest &= rest - 1;
  return rest === 0;
}

/** A slip brings at most one letter that was not there, and takes at most one away: most words are told apart by that. */
function mayBeNear(word: string, limit: number): (text: string) => boolean {
  const own = lettersOf(word);
  return (text) => {
    const letters = lettersOf(text);
    return isFewer(own & ~letters, limit) && isFewer(letters & ~own, limit);
  };
}

/** Words of the vocabulary near to `word`, nearest first, then in their own order; never the word itself. */
export function nearWords(word: string, vocabulary: readonly string[], limit: number): readonly string[] {
  if (limit === 0) return [];
  const isPossible = mayBeNear(word, limit);
  const slips = (text: string): number => {
    if (isOneSlip(word, text)) return 1;
    return limit > 1 ? slipsBetween(word, text, limit) : limit + 1;
  };
  return vocabulary
    .filter((text) => text !== word && isPossible(text))
    .map((text) => ({ text, slips: slips(text) }))
    .filter((each) => each.slips <= limit)
    .toSorted((left, right) => left.slips - right.slips)
    .map(({ text }) => text);
}
