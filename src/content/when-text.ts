/** What someone wrote for "when": one form for its many signs, and where it goes from a beginning to an end. */
import { yearOf } from './date-shapes.ts';
import { NOISE } from './when-words.ts';

/** A beginning, and an end that may be ''. `&`: two days, one after the other (`12/5・6`). */
export interface Sides {
  readonly start: string;
  readonly end: string;
  readonly sign: '~' | '&' | null;
}

/** Nobody takes longer to say when. */
const LONGEST = 200;

const DASHES = /(\d{4}-\d{1,2}-\d{1,2})|[-‐‑‒–—―−〜∼]/gu;

const EDGES = new RegExp(`^${NOISE}+|${NOISE}+$`, 'gu');

const RULES: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  [DASHES, (_, date) => date ?? '~'],
  [/(?<=\d)t(?=\d)/gu, ' '],
  [/(令和|平成) ?(\d{1,2}|元) ?年/gu, (_, era = '', y = '') => `${yearOf({ era, y })}年`],
  [/第([一二三四五])/gu, (_, digit = '') => `第${'一二三四五'.indexOf(digit) + 1}`],
  [/(?<=\d(?:st|nd|rd|th)) of\b/gu, ''],
  [/から|より|\b(?:to|till?|until|through)\b/gu, '~'],
  [/(?<=\d|日|\))\s*(?:・|&|と|\band\b)\s*(?=\d)/gu, '&'],
];

/** `null` for a text with more than one way from here to there, and for one that is too long. */
export function sidesOf(text: string): Sides | null {
  if (text.length > LONGEST) return null;
  const plain = RULES.reduce(
    (before, [shape, by]) => (typeof by === 'string' ? before.replace(shape, by) : before.replace(shape, by)),
    text.normalize('NFKC').toLowerCase(),
  );
  const [start = '', sign, end = '', ...more] = plain.split(/([~&])/u);
  if (more.length > 0) return null;
  return { start: trimmed(start), end: trimmed(end), sign: sign === '~' || sign === '&' ? sign : null };
}

/** Without the words around it that say nothing. */
export const trimmed = (text: string): string => text.replace(/\s+/gu, ' ').replace(EDGES, '');
