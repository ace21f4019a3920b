/** `/upcoming`: the agenda, in the community's own time. */
import { comingUp, happeningItem } from '../../../src/view/agenda.ts';
import { bullets, paragraph, root } from '../../../src/view/build.ts';
import { isPastEnd, offsetOf } from './list.ts';
import type { Show } from './page.ts';

const size = 50;

export const upcoming: Show = async (visit) => {
  const { library, words, now, zone } = visit;
  const all = await comingUp(library, now());
  const offset = offsetOf(visit, size);
  const shown = all.slice(offset, offset + size);
  if (isPastEnd(visit, shown)) return null;
  const agenda = bullets(shown.map((happening) => happeningItem(happening, visit)));
  return {
    title: words.agenda.title,
    parts: [
      { as: 'facts', tree: root(paragraph(words.web.zone(zone))) },
      { as: 'list', tree: root(all.length === 0 ? paragraph(words.agenda.none) : agenda) },
    ],
    list: { total: all.length, size },
  };
};
