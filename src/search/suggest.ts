/** "Did you mean": the query with its unknown words replaced by the nearest that the index has. */
import { replaceWord } from './correction.ts';
import { unique } from './key.ts';
import { fold } from './normalise.ts';
import { joined } from './segment.ts';
import { nearWords, slipsAllowed } from './slip.ts';
import type { Lexicon } from './lexicon.ts';
import type { Word } from './word.ts';

/** No more are tried: each is a search of its own. */
const mostSuggestions = 3;

function ofLengthsNear(term: string, vocabulary: Lexicon): readonly string[] {
  const slips = slipsAllowed(term);
  return Array.from({ length: 2 * slips + 1 }, (_, at) => term.length - slips + at).flatMap(
    vocabulary.ofLength,
  );
}

/** Queries worth trying, the nearest first; none if every word is known, too short, or like nothing. */
export function suggestions(text: string, words: readonly Word[], vocabulary: Lexicon): readonly string[] {
  const mended = words
    .map((word) => ({ typed: word.text, term: joined(word.text) || word.text }))
    .filter(({ term }) => !vocabulary.has(term) && !/\d/u.test(term))
    .map(({ typed, term }) => ({
      typed,
      near: nearWords(term, ofLengthsNear(term, vocabulary), slipsAllowed(term)),
    }))
    .filter(({ near }) => near.length > 0);
  const tries = Array.from({ length: mended.length === 0 ? 0 : mostSuggestions }, (_, at) =>
    mended.reduce(
      (query, { typed, near }) => replaceWord(query, typed, near[at] ?? near[0] ?? typed),
      fold(text).trim(),
    ),
  );
  return unique(tries);
}
