/** `/`: what is coming, and what is new. */
import { comingSoon, happeningItem } from '../../../src/view/agenda.ts';
import { bullets, heading, link, paragraph, root } from '../../../src/view/build.ts';
import { reportEntry } from './entries.ts';
import type { Part, Show } from './page.ts';

export const home: Show = async (visit) => {
  const { library, words, now, url } = visit;
  const [coming, { items, total }] = await Promise.all([
    comingSoon(library, now()),
    library.reports({ limit: 10, offset: 0 }),
  ]);
  const agenda: Part = {
    as: 'list',
    tree: root(
      heading(2, words.start.upcoming),
      bullets(coming.slice(0, 3).map((happening) => happeningItem(happening, visit))),
      coming.length > 3 && paragraph(link(url('/events'), words.web.allComing)),
    ),
  };
  const newest: Part = {
    as: 'list',
    tree: root(
      heading(2, words.start.newest),
      total === 0 ? paragraph(words.report.none) : bullets(items.map((each) => reportEntry(each, visit))),
      total > items.length && paragraph(link(url('/reports'), words.web.all(total))),
    ),
  };
  return {
    title: '',
    description: words.web.about,
    parts: [
      { as: 'prose', tree: root(paragraph(words.start.can)) },
      ...(coming.length > 0 ? [agenda] : []),
      newest,
    ],
  };
};
