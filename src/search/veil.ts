/** What may be read of a passage where somebody in it does not want to be found by name. */
import type { Passage, Settings } from '../port.ts';
import { findable, finderOf } from './find.ts';
import type { Find } from './find.ts';
import { fold, foldTraced } from './normalise.ts';
import { shownSpeakers } from './people.ts';

type People = Settings['people'];

/** Stands where a name stood. */
const gap = '…';

/**
 * Takes the names of those who are hidden out of what a passage says and of its headings: neither is it found by them
 * nor do they stand in its excerpt. Titles of reports stay.
 */
export function veilFor(people: People): (passage: Passage) => Passage {
  const veil = nameVeilFor(people);
  if (veil === null) return (passage) => passage;
  return (passage) => ({
    ...passage,
    title: passage.line === 0 ? passage.title : veil(passage.title),
    section: veil(passage.section),
    path: passage.path.map(veil),
    speakers: shownSpeakers(passage.speakers, people),
    text: veil(passage.text),
  });
}

/** Takes those names out of a text; `null`: nobody is hidden. */
export function nameVeilFor(people: People): ((text: string) => string) | null {
  const names = people.filter(({ hidden }) => hidden).flatMap((person) => person.names.map(fold));
  const finders = names
    .filter((name) => name.trim() !== '')
    .map((name) => finderOf({ match: 'phrase', text: name.trim(), weight: 1, why: 'typed' }));
  return finders.length === 0 ? null : (text) => withoutSpans(text, finders);
}

function withoutSpans(source: string, finders: readonly Find[]): string {
  const where = findable(fold(source));
  if (finders.every((find) => find(where).length === 0)) return source;
  const { text, from } = foldTraced(source);
  const spans = finders
    .flatMap((find) => find(findable(text)))
    .map(({ start, end }) => ({ start: from[start] ?? 0, end: from[end] ?? source.length }))
    .toSorted((left, right) => right.start - left.start);
  return spans.reduce((kept, { start, end }) => kept.slice(0, start) + gap + kept.slice(end), source);
}
