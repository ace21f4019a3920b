/** The words in use, as those who look for variants of a word ask for them. */
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
}

export function lexiconOf(words: readonly string[]): Lexicon {
  const known = new Set(words);
  const byLength = Map.groupBy(words, ({ length }) => length);
  const byStart = Map.groupBy(words, startOf);
  return {
    has: (word) => known.has(word),
    ofLength: (length) => byLength.get(length) ?? [],
    beginning: (prefix) =>
      (byStart.get(startOf(prefix)) ?? []).filter(
        (word) => word.length > prefix.length && word.startsWith(prefix),
      ),
  };
}

const startOf = (word: string): string => word.slice(0, shortestPrefix);
