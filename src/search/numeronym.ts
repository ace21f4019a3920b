/** A word by its first letter, how many follow, and its last: `k8s`, `i18n`, `a11y`; by rule, against the words in use. */
import type { Lexicon } from './lexicon.ts';
import type { Form } from './word.ts';

const worth = 0.9;

const numeronym = /^([a-z])(\d{1,2})([a-z])$/u;
const shortestNumeronym = 4;
const mostMeanings = 6;

/** `k8s` is a word of ten letters, and such a word is also `k8s`. */
export function numeronymsOf(text: string, all: Lexicon): readonly Form[] {
  const [, first = '', count, last = ''] = numeronym.exec(text) ?? [];
  if (count === undefined) {
    const short = `${text[0] ?? ''}${text.length - 2}${text.at(-1) ?? ''}`;
    return text.length >= shortestNumeronym && all.has(short) ? [meaning(short)] : [];
  }
  return all
    .ofLength(Number(count) + 2)
    .filter((word) => word.startsWith(first) && word.endsWith(last) && /^[a-z]+$/u.test(word))
    .slice(0, mostMeanings)
    .map(meaning);
}

const meaning = (text: string): Form => ({ match: 'latin', text, weight: worth, why: 'numeronym' });
