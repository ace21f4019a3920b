/** A Markdown file → what it says: the front of this room. */
import type { Report } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { isHidden, unreadableFields } from './fields.ts';
import { mentionedIn } from './happening.ts';
import { languageOf } from './language.ts';
import { reportDates } from './report-date.ts';
import { textOf } from './sections.ts';
import { tagsOf } from './tags.ts';
import { understand, type Context, type Source } from './understood.ts';
import { linksOf } from './walk.ts';
import { wholeTalk } from './whole-talk.ts';

export { readSection, type SectionReading } from './section.ts';
export type { Context, Source } from './understood.ts';

/** Understands a report. Never throws: what is not understood is text, with a problem that says so. */
export function readReport(source: Source, context: Context): Report {
  const understood = understand(source, context);
  const { header, title, identity, chapters, verdicts, placed } = understood;
  const sections = placed.map(({ section }) => section);
  const slides = sections.flatMap((section) => section.slides);
  const dates = reportDates({
    header,
    text: source.text,
    path: source.path,
    title,
    chapters,
    slides,
    zone: context.zone,
  });
  const [preface] = chapters;
  const [opening] = verdicts;
  const { series, number, city, url } = identity;
  return {
    id: context.hash(source.path),
    file: source.path,
    title,
    date: dates.published,
    meetup: { date: dates.held, series, number, city, url },
    sections,
    tags: tagsOf(header),
    language: languageOf(
      `${title}\n${sections.map(({ text }) => text).join('\n')}\n${preface && opening ? textOf(preface, opening) : ''}`,
    ),
    links: linksIn(chapters),
    mentioned: mentionedIn(chapters, { url, date: (dates.published ?? dates.held)?.value ?? null }),
    text: preface && opening ? textOf(preface, opening) : '',
    ...wholeTalk(understood),
    hidden: isHidden(header),
    problems: [...understood.problems, ...dates.problems, ...unreadableFields(header, source.text)].toSorted(
      (a, b) => a.line - b.line,
    ),
  };
}

function linksIn(chapters: readonly Chapter[]): readonly string[] {
  const urls = chapters.flatMap(({ inline, body }) => [
    ...inline.links.map(({ url }) => url),
    ...linksOf(body).map(({ url }) => url),
  ]);
  return [...new Set(urls)];
}
