/** A manuscript → Markdown: the part of a file that is the bot's, and the header of a file that it makes. */
import type { RootContent } from 'mdast';
import { writeFrontMatter } from '../content/front-matter-text.ts';
import { printInert } from '../content/inert.ts';
import { datedPath } from '../content/slug.ts';
import { talkSection } from '../content/talk-section.ts';
import { emphasis, heading, paragraph, root } from '../view/build.ts';
import { dateText } from '../view/date.ts';
import { words } from '../words/index.ts';
import { printEntry } from './print-entry.ts';
import type { Printing } from './print-entry.ts';
import { anchorsOf, dayIn } from './print-time.ts';
import type { Entry, Manuscript } from './manuscript.ts';
import { chaptersOf } from './talk.ts';
import type { Chapter } from './talk.ts';

/** What stands between the two comments; `path`: of the file. Ends with a line feed. */
export function printRegion(manuscript: Manuscript, path: string): string {
  const { entries, locale, withheld } = manuscript;
  const printing: Printing = {
    ...manuscript,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    path,
    anchors: anchorsOf(manuscript),
  };
  const days = new Set(entries.map(({ at }) => dayIn(manuscript.zone, at)));
  const chapters = chaptersOf(manuscript);
  const blocks = [
    ...(manuscript.heading === null || chapters[0]?.isWhole === true
      ? []
      : [block(heading(2, manuscript.heading.replaceAll(/\s+/gu, ' ').trim()))]),
    ...chapters.flatMap((chapter) => printChapter(chapter, printing, days.size > 1)),
    ...(withheld === 0 ? [] : [block(paragraph(emphasis(words[locale].noteText.withheld(withheld))))]),
  ];
  return `\n${blocks.join('\n\n')}\n\n`;
}

function printChapter(
  { talk, depth, entries }: Chapter,
  printing: Printing,
  saysDays: boolean,
): readonly string[] {
  const { draft } = words[printing.locale];
  const begins = talk === null ? [] : talkSection({ ...talk, depth }, draft).map((node) => block(node));
  return [
    ...begins,
    ...entries.flatMap((entry, index) => [
      ...(saysDays ? dayLine(entry, entries[index - 1], printing) : []),
      printEntry(entry, entries[index - 1] ?? null, printing),
    ]),
  ];
}

function dayLine({ at }: Entry, before: Entry | undefined, { zone, locale }: Printing): readonly string[] {
  const day = dayIn(zone, at);
  if (before !== undefined && dayIn(zone, before.at) === day) return [];
  return [block(paragraph(emphasis(dateText(day, locale))))];
}

const block = (node: RootContent): string => printInert(root(node)).trimEnd();

/** Front matter, with its fences. */
export function writeHeader(manuscript: Manuscript): string {
  const { title, event, tags, source } = manuscript;
  const { series = null, number = null } = event ?? {};
  return writeFrontMatter({
    title,
    date: dayOf(manuscript),
    event_date: event?.day,
    event_url: event?.url,
    series,
    number,
    // Where a title does not say of which series a report is and which number it has, this does.
    description: series !== null && number !== null ? `${series} #${number}` : null,
    place: event?.place,
    tags,
    source: [{ platform: source.platform, ...(source.url === null ? {} : { url: source.url }) }],
  });
}

/** When it began. */
const dayOf = ({ entries, zone, event }: Manuscript): string =>
  entries[0] === undefined ? (event?.day ?? '') : dayIn(zone, entries[0].at);

/** `reports/2027-03-10-buildkit-の夜.md` */
export const notePath = (manuscript: Manuscript, folder: string): string =>
  datedPath(folder, manuscript.event?.day ?? dayOf(manuscript), manuscript.title);
