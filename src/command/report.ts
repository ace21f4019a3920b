/** `/meetup report`: a report or a talk, read in place, page by page; without a name, the newest ones. */
import { UserError } from '../error.ts';
import type { Reading, View } from '../port.ts';
import { keyOf } from '../search/key.ts';
import { heading, numbered, paragraph, root } from '../view/build.ts';
import { contentsPage, readingPages, reportItems, talksOf } from '../view/reading.ts';
import { readButtons } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestReports } from './suggest.ts';
import { waysIn, waysOn } from './ways.ts';

const pageSize = 5;

/** What ids of reports and talks look like. */
const id = /^[a-z0-9]{10}$/;

export const report = defineCommand({
  name: 'report',
  options: {
    name: { type: 'text', rest: true, suggest: suggestReports },
    page: { type: 'number', min: 1, max: 10_000 },
    back: { type: 'text', listed: false },
  },
  run: async ({ name, page, back }, scene) => {
    if (name === '') return newest(page ?? 1, scene);
    const reading = await find(name, scene);
    return open(reading, { page, back }, scene);
  },
});

async function find(name: string, { library }: Scene): Promise<Reading> {
  const named = id.test(name) ? await library.read(name) : null;
  if (named !== null) return named;
  const { hits } = await library.search({ text: name, limit: 10, offset: 0 });
  const reports = hits.filter(({ kind }) => kind === 'report');
  const called = reports.find(({ title }) => keyOf(title) === keyOf(name));
  const hit = called ?? reports[0] ?? hits.find(({ kind }) => kind !== 'event');
  const found = hit === undefined ? null : await library.read(hit.kind === 'report' ? hit.id : hit.report.id);
  if (found === null) throw new UserError(id.test(name) ? 'report-gone' : 'report-not-found', { name });
  return found;
}

/** A report with several talks opens at its table of contents, all else at its first page. */
function open(reading: Reading, asked: { page: number | undefined; back: string }, scene: Scene): View {
  const { words } = scene;
  const { page = 1, back } = asked;
  if (reading.section === null && asked.page === undefined && talksOf(reading).length > 1)
    return {
      body: contentsPage(reading, scene),
      next: waysIn(reading, { page, back }, words),
      data: reading,
    };
  const all = readingPages(reading, scene);
  const body = all[page - 1];
  if (body === undefined) throw new UserError('page-past-end', { pages: all.length });
  return { body, next: waysOn(reading, { page, back, count: all.length }, words), data: reading };
}

async function newest(page: number, { library, words, locale }: Scene): Promise<View> {
  const paging = { page, size: pageSize };
  const offset = offsetOf(paging);
  const { items, total } = await library.reports({ limit: pageSize, offset });
  const none = total === 0 ? words.report.none : words.result.pastEnd;
  return {
    body: root(
      heading(3, words.report.newest),
      items.length === 0 ? paragraph(none) : numbered(offset + 1, reportItems(items, { words, locale })),
    ),
    next: [
      ...readButtons(items, {
        from: offset + 1,
        back: writeCall({ command: 'report', input: writeInput('', pageOption(page)) }),
        words,
      }),
      ...turning(paging, total, { command: 'report', words }),
    ],
    data: { items, total },
  };
}
