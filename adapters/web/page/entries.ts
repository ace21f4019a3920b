/** Entries of a list: what it is, as a link, and below it the facts. */
import type { ListItem, PhrasingContent } from 'mdast';
import type { NameEntry, ReportEntry } from '../../../src/port.ts';
import { item, joined, paragraph, strong } from '../../../src/view/build.ts';
import { dateText } from '../../../src/view/date.ts';
import { meetupText, named } from '../../../src/view/results.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import type { Visit } from '../visit.ts';

export function entry(
  title: string,
  url: string | null,
  facts: readonly (readonly (PhrasingContent | string)[])[],
): ListItem {
  const below = joined(' · ', facts);
  return item(paragraph(strong(named(title, url))), ...(below.length > 0 ? [paragraph(...below)] : []));
}

export function reportEntry(report: ReportEntry, { words, locale }: Visit): ListItem {
  const { title, url, date, talks, series } = report;
  const meetup = meetupText(report, title);
  return entry(title, url === null ? null : safeUrl(url), [
    date === null ? [] : [dateText(date, locale)],
    series === null || meetup === title ? [] : [meetup],
    talks === 0 ? [] : [words.report.talks(talks)],
  ]);
}

/** A name and how often it stands there. */
export const nameEntry = (
  { name, count }: NameEntry,
  url: string | null,
  counted: (count: number) => string,
): ListItem => item(paragraph(strong(named(name, url)), ` ${counted(count)}`));
