/** `/events`: what is coming up, day by day, in the community's own time. */
import type { RootContent } from 'mdast';
import type { Happening } from '../../../src/port.ts';
import { agendaOf, comingUp } from '../../../src/view/agenda.ts';
import { bullets, heading, paragraph, root } from '../../../src/view/build.ts';
import type { Visit } from '../visit.ts';
import { calendarsOf, everyEvent, subscription } from './calendars.ts';
import { choices, filtersOf, passing } from './filters.ts';
import type { Filter } from './filters.ts';
import { isPastEnd, offsetOf } from './list.ts';
import { part } from './page.ts';
import type { Show } from './page.ts';

const size = 50;

export const events: Show = async (visit) => {
  const { library, words, now, zone } = visit;
  const filters = filtersOf(visit);
  const all = await comingUp(library, now());
  const wanted = filters.length === 0 ? all : await comingUp(library, now(), passing(filters, visit));
  const offset = offsetOf(visit, size);
  const shown = wanted.slice(offset, offset + size);
  if (isPastEnd(visit, shown)) return null;
  const names = choices(all, filters, visit);
  const calendars = [everyEvent(visit), ...filters.flatMap((filter) => calendarsOf(filter, visit))];
  return {
    title: titleOf(filters, visit),
    calendars,
    parts: [
      { as: 'facts', tree: root(paragraph(words.web.zone(zone))) },
      ...part('chips', root(names.length > 0 && bullets(names))),
      {
        as: 'list',
        tree: root(...(shown.length === 0 ? [paragraph(noneOf(filters, visit))] : days(shown, visit))),
      },
    ],
    list: { total: wanted.length, size },
    ending: subscription(calendars, visit),
  };
};

const titleOf = (filters: readonly Filter[], { words }: Visit): string =>
  filters.length === 0
    ? words.agenda.title
    : words.web.event.titled(filters.map(({ name }) => name).join(', '));

const noneOf = (filters: readonly Filter[], { words }: Visit): string =>
  filters.length === 0 ? words.agenda.none : words.web.event.noneOf;

/** Here a day is a heading. */
const days = (happenings: readonly Happening[], visit: Visit): readonly RootContent[] =>
  agendaOf(happenings, { ...visit, isOwn: true }).map((node) =>
    node.type === 'paragraph' ? heading(2, ...node.children) : node,
  );
