/** `/reports`: all reports, newest first. */
import { bullets, paragraph, root } from '../../../src/view/build.ts';
import { reportEntry } from './entries.ts';
import { isPastEnd, offsetOf } from './list.ts';
import type { Show } from './page.ts';

const size = 20;

export const reports: Show = async (visit) => {
  const { library, words } = visit;
  const { items, total } = await library.reports({ limit: size, offset: offsetOf(visit, size) });
  if (isPastEnd(visit, items)) return null;
  const list = bullets(items.map((each) => reportEntry(each, visit)));
  return {
    title: words.web.place.reports,
    parts: [{ as: 'list', tree: root(total === 0 ? paragraph(words.report.none) : list) }],
    list: { total, size },
  };
};
