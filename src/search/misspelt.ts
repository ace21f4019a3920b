/** A slip of the finger, in the query or in the texts: `kubenetes`, and `Kubernates` in a report about Kubernetes. */
import type { Lexicon } from './lexicon.ts';
import { isOneSlip } from './slip.ts';
import type { Form } from './word.ts';

const worth = { slip: 0.7, neighbour: 0.4 } as const;

const shortestMisspelt = 5;
const longKnown = 8;
const mostMeanings = 6;

/**
 * An unknown word is probably a known one misspelt; of a known one the texts may have misspellings, which in shorter
 * words are told from other words only where two neighbours are exchanged. One slip only.
 */
export function slipsOf(text: string, all: Lexicon): readonly Form[] {
  if (text.length < shortestMisspelt || /\d/u.test(text)) return [];
  const why = all.has(text) ? 'neighbour' : 'slip';
  const { length } = text;
  return [length - 1, length, length + 1]
    .flatMap(all.ofLength)
    .filter((word) => isOneSlip(text, word))
    .filter((word) => why === 'slip' || text.length >= longKnown || isAnagram(text, word))
    .slice(0, mostMeanings)
    .map((word) => ({ match: 'latin', text: word, weight: worth[why], why }));
}

const isAnagram = (left: string, right: string): boolean =>
  Array.from(left).toSorted().join('') === Array.from(right).toSorted().join('');
