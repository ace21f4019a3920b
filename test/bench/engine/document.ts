/** A report as the other engines take it: a document for itself and for each of its sections; and the words of a text. */
import type { Report, Speaker } from '../../../src/port.ts';
import type { Found } from './engine.ts';

export interface Document extends Found {
  readonly id: string;
  readonly title: string;
  readonly speakers: string;
  /** What it stands in. */
  readonly context: string;
  readonly text: string;
  readonly year: number;
}

const namesOf = (speakers: readonly Speaker[]): string =>
  speakers.map(({ name, handle }) => `${name ?? ''} ${handle ?? ''}`).join(' ');

export function documentsOf(report: Report): readonly Document[] {
  const { id, file, title, tags, text, speakers, meetup } = report;
  const date = meetup.date ?? report.date;
  const year = Number(date?.value.slice(0, 4) ?? 0);
  const labels = [meetup.series ?? '', meetup.number ?? '', ...tags].join(' ');
  const whole = { id, file, section: '', line: 0, title, context: labels, text, year };
  const parts = report.sections.map((section) => ({
    id: section.id,
    file,
    section: section.heading,
    line: section.line,
    title: section.title ?? section.heading,
    speakers: namesOf(section.speakers),
    context: `${title} ${labels}`,
    text: section.text,
    year,
  }));
  return [{ ...whole, speakers: namesOf(speakers) }, ...parts];
}

/** What is searched, and what a hit there is worth. */
export const boosts = { title: 3, speakers: 3, context: 1, text: 1 } as const;
export const searched = ['title', 'speakers', 'context', 'text'] as const;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** As one would cut Japanese and English with what Node brings along. */
export const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text.normalize('NFKC').toLowerCase()))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
