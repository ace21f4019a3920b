/** `/speakers/NAME`, `/series/NAME`, `/tags/NAME`: what belongs to one name. */
import type { NameEntry } from '../../../src/port.ts';
import { comingUp } from '../../../src/view/agenda.ts';
import { bullets, link, paragraph, root } from '../../../src/view/build.ts';
import { hitList } from '../../../src/view/results.ts';
import type { Visit } from '../visit.ts';
import { calendarsOf } from './calendars.ts';
import { reportEntry } from './entries.ts';
import { passing } from './filters.ts';
import type { Filter } from './filters.ts';
import { isPastEnd, offsetOf } from './list.ts';
import { part } from './page.ts';
import type { Page, Show } from './page.ts';

const size = 20;

/** What is called exactly so comes before what only begins so. */
async function nameIn(
  kind: 'speaker' | 'series' | 'tag',
  { library, param }: Visit,
): Promise<NameEntry | null> {
  const { items } = await library.names({ kind, like: param('name'), limit: 1, offset: 0 });
  return items[0] ?? null;
}

/** The talks of a person, newest first. A person may have several names, and has one page. */
export const speaker: Show = async (visit) => {
  const person = await nameIn('speaker', visit);
  if (person === null) return null;
  const { words, pages } = visit;
  return hitsPage(`speaker:${person.key}`, visit, (total) => ({
    title: words.speaker.talksOf(person.name, total),
    canonical: pages.name('speakers', person.key),
  }));
};

/** The reports with a tag, newest first. */
export const tag: Show = async (visit) => {
  const named = await nameIn('tag', visit);
  if (named?.key !== visit.param('name')) return null;
  const page = await hitsPage(`tag:${named.key} type:report`, visit, () => ({
    title: visit.words.web.tag(named.name),
  }));
  return page && withEvents(page, { kind: 'tag', name: named.name }, visit);
};

async function hitsPage(
  text: string,
  visit: Visit,
  heading: (total: number) => Pick<Page, 'title' | 'canonical'>,
): Promise<Page | null> {
  const { library } = visit;
  const offset = offsetOf(visit, size);
  const { hits, total } = await library.search({ text, limit: size, offset });
  if (hits.length === 0) return null;
  return {
    ...heading(total),
    parts: [{ as: 'list', tree: root(hitList(hits, offset + 1, visit)) }],
    list: { total, size },
  };
}

/** The reports of a series, the highest number first. */
export const series: Show = async (visit) => {
  const named = await nameIn('series', visit);
  if (named?.key !== visit.param('name')) return null;
  const { library, words } = visit;
  const slice = { series: named.key, limit: size, offset: offsetOf(visit, size) };
  const { items, total } = await library.reports(slice);
  if (isPastEnd(visit, items)) return null;
  const page: Page = {
    title: words.series.reportsOf(named.name, total),
    parts: [{ as: 'list', tree: root(bullets(items.map((each) => reportEntry(each, visit)))) }],
    list: { total, size },
  };
  return withEvents(page, { kind: 'series', name: named.name }, visit);
};

/** What of the same name is coming up stands above its reports. */
async function withEvents(page: Page, filter: Filter, visit: Visit): Promise<Page> {
  const { library, words, pages, now } = visit;
  const { length } = await comingUp(library, now(), passing([filter], visit));
  const way = link(pages.events({ [filter.kind]: filter.name }), words.web.event.coming(length));
  return {
    ...page,
    calendars: calendarsOf(filter, visit),
    parts: [...part('facts', root(length > 0 && paragraph(way))), ...page.parts],
  };
}
