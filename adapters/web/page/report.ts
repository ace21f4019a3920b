/** `/reports/ID`: a whole report, with an address for each of its talks. */
import type { Paragraph } from 'mdast';
import type { Reading, ReportEntry } from '../../../src/port.ts';
import { bullets, item, link, paragraph, root } from '../../../src/view/build.ts';
import { contentsList, readingFacts, summaryOf, talksOf } from '../../../src/view/reading.ts';
import { named } from '../../../src/view/results.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import type { Visit } from '../visit.ts';
import { textOf } from './body.ts';
import { part } from './page.ts';
import type { Part, Show } from './page.ts';

export const report: Show = async (visit) => {
  const { library, param } = visit;
  const reading = await library.read(param('id'));
  if (reading === null || reading.section !== null) return null;
  const { title, language } = reading.report;
  const { body, anchor } = textOf(reading, visit);
  const canonical = elsewhere(reading, visit);
  return {
    title,
    language,
    anchor,
    canonical,
    description: summaryOf(reading, visit),
    parts: [
      ...factsOf({ ...reading, url: canonical }, visit),
      ...(await eventOf(reading, visit)),
      ...tagsOf(reading, visit),
      ...contentsOf(reading, visit),
      { as: 'text', tree: body },
      ...(await beside(reading, visit)),
    ],
  };
};

/** Where the community's own site has the text. */
function elsewhere({ url }: Reading, { site }: Visit): string | null {
  const safe = url === null ? null : safeUrl(url);
  return safe?.startsWith(`${site.base}/`) ? null : safe;
}

function factsOf(reading: Reading, visit: Visit): readonly Part[] {
  const facts = readingFacts(reading, visit);
  return part('facts', root(facts.length > 0 && paragraph(...facts)));
}

/** The event that it is the report of, where that is known. */
async function eventOf(
  { report: { id, meetup } }: Reading,
  { library, words, pages }: Visit,
): Promise<readonly Part[]> {
  if (meetup.url === null) return [];
  const event = await library.event(meetup.url);
  if (event?.report?.id !== id) return [];
  const { happening } = event;
  return part(
    'facts',
    root(paragraph(`${words.web.event.of}: `, link(pages.event(happening.id), happening.title))),
  );
}

const tagsOf = ({ report: { tags } }: Reading, { pages }: Visit): readonly Part[] =>
  part(
    'chips',
    root(tags.length > 0 && bullets(tags.map((tag) => item(paragraph(named(tag, pages.tag(tag))))))),
  );

const contentsOf = (reading: Reading, visit: Visit): readonly Part[] =>
  part('contents', root(talksOf(reading).length > 0 && contentsList(reading, visit)));

/** More reports than a series has. */
const all = 10_000;

/** The reports before and after it in its series. */
async function beside(
  { report: { id, meetup } }: Reading,
  { library, words }: Visit,
): Promise<readonly Part[]> {
  if (meetup.series === null) return [];
  const { items } = await library.reports({ series: meetup.series, limit: all, offset: 0 });
  const at = items.findIndex((each) => each.id === id);
  return part('beside', root(way(items[at + 1], words.web.before), way(items[at - 1], words.web.after)));
}

function way(entry: ReportEntry | undefined, label: (title: string) => string): Paragraph | null {
  const url = safeUrl(entry?.url ?? '');
  return entry === undefined || url === null ? null : paragraph(link(url, label(entry.title)));
}
