/** `/reports`: all reports, newest first. */
import { numbered, paragraph, root } from '../../../src/view/build.ts';
import { reportItems } from '../../../src/view/reading.ts';
import type { Show } from './page.ts';

const size = 20;

export const reports: Show = async (visit) => {
  const { library, words, page } = visit;
  const offset = (page - 1) * size;
  const { items, total } = await library.reports({ limit: size, offset });
  if (items.length === 0 && page > 1) return null;
  return {
    title: words.web.place.reports,
    body: root(total === 0 ? paragraph(words.report.none) : numbered(offset + 1, reportItems(items, visit))),
    list: { total, size },
  };
};
