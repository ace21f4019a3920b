/** `/`: what is coming, and what is new. */
import { happeningItem } from '../../../src/view/agenda.ts';
import { bullets, heading, link, paragraph, root } from '../../../src/view/build.ts';
import { reportItems } from '../../../src/view/reading.ts';
import type { Show } from './page.ts';

const window = 90 * 24 * 60 * 60 * 1000;

export const home: Show = async (visit) => {
  const { library, words, now } = visit;
  const from = now();
  const [coming, { items, total }] = await Promise.all([
    library.happenings({ from, to: new Date(from.getTime() + window) }),
    library.reports({ limit: 10, offset: 0 }),
  ]);
  return {
    title: '',
    description: words.web.about,
    body: root(
      paragraph(words.start.can),
      coming.length > 0 && heading(2, words.start.upcoming),
      coming.length > 0 && bullets(coming.slice(0, 3).map((happening) => happeningItem(happening, visit))),
      heading(2, words.start.newest),
      total === 0 ? paragraph(words.report.none) : bullets(reportItems(items, visit)),
      total > items.length && paragraph(link(visit.url('/reports'), words.web.all(total))),
    ),
  };
};
