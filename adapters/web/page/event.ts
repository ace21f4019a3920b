/** `/events/ID`: one event, with all that is known of it. */
import type { Paragraph } from 'mdast';
import type { EventReading, Happening } from '../../../src/port.ts';
import { isOver } from '../../../src/view/agenda.ts';
import {
  bullets,
  heading,
  item,
  joined,
  link,
  paragraph,
  root,
  strong,
  time,
} from '../../../src/view/build.ts';
import { googleLink, outlookLink } from '../../../src/view/calendar-link.ts';
import { timeText } from '../../../src/view/date.ts';
import { linesOf } from '../../../src/view/lines.ts';
import { linkOrText } from '../../../src/view/link.ts';
import type { Visit } from '../visit.ts';
import { eventData } from './event-data.ts';
import { detailsOf, sourceName } from './event-details.ts';
import { talksOf } from './event-talks.ts';
import { part } from './page.ts';
import type { Part, Show } from './page.ts';

export const event: Show = async (visit) => {
  const { library, param, pages, words } = visit;
  const reading = await library.event(param('id'));
  if (reading?.happening.id !== param('id')) return null;
  const { happening } = reading;
  return {
    title: happening.title,
    isOff: happening.status === 'cancelled',
    description: descriptionOf(happening, visit),
    calendars: [{ title: words.event.calendar.button, url: `${pages.event(happening.id)}.ics` }],
    data: eventData(happening, visit),
    parts: [
      ...warnings(happening, visit),
      { as: 'details', tree: root(bullets(detailsOf(reading, visit))) },
      ...actions(happening, visit),
      ...tagsOf(happening, visit),
      ...(await talks(happening, visit)),
      ...about(happening, visit),
      ...shown(reading, visit),
    ],
  };
};

/** When and where, for those who have not opened it. */
function descriptionOf({ start, zone, place }: Happening, visit: Visit): string {
  const style = start.includes('T') ? 'moment' : 'day';
  return [timeText({ value: start, zone, style }, visit), place].filter((each) => each !== null).join(' · ');
}

/** What one has to know before one goes there. */
function warnings({ status, conflicts, zone }: Happening, { words }: Visit): readonly Part[] {
  const { card } = words.event;
  const others = conflicts.map(({ field, feed, value }) => {
    const style = value.includes('T') ? 'moment' : 'day';
    const differs = `${card.conflict(sourceName(feed, words))} ${card[field]} `;
    return item(paragraph(differs, time(value, zone, style)));
  });
  return [
    ...part('warning', root(status === 'cancelled' && paragraph(strong(words.web.event.cancelled)))),
    ...part(
      'warning',
      root(...(others.length === 0 ? [] : [paragraph(words.web.event.disagree), bullets(others)])),
    ),
  ];
}

/** What is over or called off takes nobody's time any more. */
function actions(happening: Happening, { words, pages, now }: Visit): readonly Part[] {
  if (isOver(happening, now())) return part('facts', root(paragraph(words.event.card.over)));
  if (happening.status === 'cancelled') return [];
  const { button, google, outlook, file } = words.event.calendar;
  const links = [
    link(googleLink(happening), google),
    link(outlookLink(happening), outlook),
    link(`${pages.event(happening.id)}.ics`, file),
  ];
  return part('actions', root(heading(2, button), bullets(links.map((each) => item(paragraph(each))))));
}

const tagsOf = ({ tags }: Happening, { pages }: Visit): readonly Part[] =>
  part(
    'chips',
    root(tags.length > 0 && bullets(tags.map((tag) => item(paragraph(link(pages.events({ tag }), tag)))))),
  );

async function talks(happening: Happening, visit: Visit): Promise<readonly Part[]> {
  const items = await talksOf(happening, visit);
  return items.length === 0
    ? []
    : part('list', root(heading(2, visit.words.event.card.talks), bullets(items)));
}

/** An empty line ends a paragraph. */
function about({ text }: Happening, { words }: Visit): readonly Part[] {
  const paragraphs: readonly Paragraph[] = text
    .split(/\n\s*\n/u)
    .filter((each) => each.trim() !== '')
    .map((each) => paragraph(...linesOf(each.trim())));
  return paragraphs.length === 0 ? [] : part('text', root(heading(2, words.web.event.about), ...paragraphs));
}

/** What was shown there, and is to be seen since. */
function shown({ presentations }: EventReading, { words }: Visit): readonly Part[] {
  const items = presentations.map(({ title, url, speaker }) =>
    item(paragraph(...joined(' · ', [[strong(linkOrText(url, title))], [speaker]]))),
  );
  return items.length === 0 ? [] : part('list', root(heading(2, words.web.event.shown), bullets(items)));
}
