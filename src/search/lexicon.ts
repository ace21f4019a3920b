/** The words in use, as those who look for variants of a word ask for them. */
import { recurring } from './recurring.ts';
import { shortestPrefix } from './word.ts';

/** The words of the index. */
export interface Vocabulary {
  all(): Promise<Lexicon>;
  sounding(sounds: readonly string[]): Promise<readonly string[]>;
}

/** Words by their length, for those who look for neighbours, and by how they begin; the most used first. */
export interface Lexicon {
  readonly has: (word: string) => boolean;
  readonly ofLength: (length: number) => readonly string[];
  /** Longer ones alone. */
  readonly beginning: (prefix: string) => readonly string[];
  /** Of those the first `count`; the prefix may be short. */
  readonly mostUsed: (prefix: string, count: number) => readonly string[];
}

/** Nothing is put in order before it is asked for: after a change of the reports the first question is soon. */
export function lexiconOf(words: readonly string[]): Lexicon {
  const known = new Set(words);
  const ofLength = recurring((length: number) => words.filter((word) => word.length === length));
  const startingWith = recurring((start: string) => words.filter((word) => word.startsWith(start)));
  return {
    has: (word) => known.has(word),
    ofLength,
    beginning: (prefix) => startingWith(startOf(prefix)).filter(goesOn(prefix)),
    mostUsed: (prefix, count) => firstOf(words, goesOn(prefix), count),
  };
}

const startOf = (word: string): string => word.slice(0, shortestPrefix);

const goesOn =
  (prefix: string) =>
  (word: string): boolean =>
    word.length > prefix.length && word.startsWith(prefix);

/** In a plain loop: it runs with each key that somebody types. */
function firstOf(
  words: readonly string[],
  isWanted: (word: string) => boolean,
  count: number,
): readonly string[] {
  const found: string[] = [];
  for (const word of words) {
    if (!isWanted(word)) continue;
    found.push(word);
    if (found.length === count) break;
  }
  return found;
}
