/** A query that was read as other words than it has: what its misspelt words were taken for, and how to ask for the very words. */
import type { Correction } from '../port.ts';
import type { Asked } from './ask.ts';
import type { Evidence } from './evidence.ts';
import { fold } from './normalise.ts';

/** What can only come from a word that no text has. */
const guesses = new Set(['slip', 'sound', 'neighbour']);

/** `null` where some hit has the words as they were typed, or by another name. */
export function correctionOf(text: string, { words, ranked }: Asked): Correction | null {
  const corrected = words.flatMap(({ text: typed }, at) => {
    const meant = meantBy(ranked.flatMap(({ evidence }) => evidence[at] ?? []));
    return meant === null ? [] : [{ typed, meant }];
  });
  if (corrected.length === 0) return null;
  const asTyped = corrected.reduce(
    (query, { typed }) => replaceWord(query, typed, `"${typed}"`),
    fold(text).trim(),
  );
  return { words: corrected, asTyped };
}

/** The right word of the best hit; best first. */
function meantBy(evidence: readonly Evidence[]): string | null {
  const forms = evidence.flatMap(({ parts }) => parts.map(({ form }) => form));
  if (!forms.every(({ why }) => guesses.has(why))) return null;
  const slip = forms.find(({ why }) => why === 'slip');
  return slip !== undefined && 'text' in slip ? slip.text : null;
}

/** Replaces a word where it stands by itself, not as the value of a filter. Both are folded. */
export function replaceWord(query: string, word: string, by: string): string {
  const places = [...query.matchAll(/[^\s"]+/gu)];
  const place =
    places.find(({ 0: token }) => token === word) ?? places.find(({ 0: token }) => token.includes(word));
  if (place === undefined) return query;
  const start = place.index + place[0].indexOf(word);
  return query.slice(0, start) + by + query.slice(start + word.length);
}
