/** A word by its first letter, how many follow, and its last: `k8s`, `i18n`, `a11y`; by rule, against the words in use. */
import type { Lexicon } from './lexicon.ts';
import { isOneSlip } from './slip.ts';
import type { Form } from './word.ts';

/** A meaning that is one slip from a more usual one is that one misspelt. */
const worth = { usual: 0.9, misspelt: 0.6 } as const;

const numeronym = /^([a-z])(\d{1,2})([a-z])$/u;
const shortestNumeronym = 4;
const mostMeanings = 6;

/** `k8s` is a word of ten letters, and such a word is also `k8s`. */
export function numeronymsOf(text: string, all: Lexicon): readonly Form[] {
  const [, first = '', count, last = ''] = numeronym.exec(text) ?? [];
  if (count === undefined) {
    const short = `${text[0] ?? ''}${text.length - 2}${text.at(-1) ?? ''}`;
    return text.length >= shortestNumeronym && all.has(short) ? [meaning(short, worth.usual)] : [];
  }
  return all
    .ofLength(Number(count) + 2)
    .filter((word) => word.startsWith(first) && word.endsWith(last) && /^[a-z]+$/u.test(word))
    .slice(0, mostMeanings)
    .map((word, at, meanings) => {
      const isSlip = meanings.slice(0, at).some((usual) => isOneSlip(usual, word));
      return meaning(word, isSlip ? worth.misspelt : worth.usual);
    });
}

const meaning = (text: string, weight: number): Form => ({ match: 'latin', text, weight, why: 'numeronym' });
