/** An event as a card: when, where, who speaks and what they have talked about before, and where to register. */
import type { ListItem, PhrasingContent, Root } from 'mdast';
import type { EventReading, Happening, Hit, PlannedTalk } from '../port.ts';
import { isWholeDay } from '../event/fact.ts';
import { span, streamOf, titleOf } from './agenda.ts';
import { bullets, heading, item, joined, link, paragraph, root, strong, time } from './build.ts';
import { mapLink } from './calendar-link.ts';
import type { Tongue } from './results.ts';
import { safeUrl } from './safe.ts';
import { seatsOf } from './seats.ts';
import { short } from './short.ts';
import { placeTimeText } from './text.ts';

/** What a speaker of it has talked about before. */
export interface Earlier {
  readonly speaker: string;
  readonly total: number;
  readonly newest: Hit;
}

export interface EventCard extends EventReading {
  readonly earlier: readonly Earlier[];
  readonly isOver: boolean;
  /** Does nobody know what the reader's clock says? Then the time there is told beside the one that the chat knows. */
  readonly namesZone: boolean;
}

/** Characters of what it says of itself. */
const mostText = 300;

export function eventCard(
  { happening, report, presentations, earlier, isOver, namesZone }: EventCard,
  tongue: Tongue,
): Root {
  const { words } = tongue;
  const { card } = words.event;
  return root(
    heading(3, titleOf(happening, tongue)),
    paragraph(...joined(' · ', [span(happening), statusOf(happening, isOver, tongue)])),
    namesZone && !isWholeDay(happening.start) && paragraph(card.local(localTime(happening, tongue))),
    ...placeOf(happening, tongue),
    paragraphOf([...seatsOf(happening, tongue), ...streamOf(happening, tongue)]),
    happening.text !== '' && paragraph(short(unwrapped(happening.text), mostText)),
    happening.talks.length > 0 && paragraph(strong(card.talks)),
    happening.talks.length > 0 && bullets(happening.talks.map((talk) => talkItem(talk, earlier, tongue))),
    report !== null && paragraph(card.report, ' ', strong(report.title)),
    presentations.length > 0 && paragraph(strong(card.shown)),
    presentations.length > 0 && bullets(presentations.map(presentationItem)),
    ...happening.conflicts.map(({ field, feed, value }) =>
      paragraph(
        '⚠️ ',
        card.conflict(feed),
        ` ${card[field]} `,
        time(value, happening.zone, value.length === 10 ? 'day' : 'moment'),
      ),
    ),
    sourcesOf(happening, tongue),
  );
}

const localTime = ({ start, zone }: Happening, { locale }: Tongue): string =>
  placeTimeText(time(start, zone, 'moment'), locale);

/** Lines that an editor has broken, as one; between Japanese characters without a space. */
const unwrapped = (text: string): string =>
  text.replaceAll(/(?<=[\u3000-\u9fff])\n(?=[\u3000-\u9fff])/gu, '').replaceAll(/\s*\n\s*/gu, ' ');

const paragraphOf = (parts: readonly (PhrasingContent | string)[]) =>
  parts.length > 0 &&
  paragraph(
    ...joined(
      ' · ',
      parts.map((part) => [part]),
    ),
  );

function statusOf({ status, inferred }: Happening, isOver: boolean, { words }: Tongue): string[] {
  return [
    ...(status === 'cancelled' ? [words.agenda.cancelled] : []),
    ...(isOver && status !== 'cancelled' ? [words.event.card.over] : []),
    ...(inferred ? [words.agenda.inferred] : []),
  ];
}

function placeOf(happening: Happening, { words }: Tongue) {
  const { place, address } = happening;
  const map = safeUrl(mapLink(happening) ?? '');
  const where = [place, address].filter((part) => part !== null);
  if (where.length === 0) return [];
  const { card } = words.event;
  return [
    paragraph(
      card.where,
      ' ',
      ...joined(' · ', [...where.map((part) => [part]), map === null ? [] : [link(map, card.map)]]),
    ),
  ];
}

function talkItem(
  { title, speakers, minutes }: PlannedTalk,
  earlier: readonly Earlier[],
  { words }: Tongue,
): ListItem {
  const { card } = words.event;
  const facts = [...speakers, ...(minutes === null ? [] : [card.minutes(minutes)])].join(' · ');
  const before = earlier.filter(({ speaker }) => speakers.includes(speaker));
  return item(
    paragraph(strong(title), facts !== '' && ` — ${facts}`),
    ...before.map(({ speaker, total, newest }) =>
      paragraph(`${speaker}: ${card.earlier(total)} `, slidesOrTitle(newest)),
    ),
  );
}

function slidesOrTitle({ title, slides, url }: Hit): PhrasingContent {
  const to = safeUrl(slides[0] ?? url ?? '');
  return to === null ? { type: 'text', value: title } : link(to, title);
}

function presentationItem({ title, url, speaker }: EventReading['presentations'][number]): ListItem {
  const to = safeUrl(url);
  return item(paragraph(to === null ? title : link(to, title), speaker !== null && ` — ${speaker}`));
}

function sourcesOf({ url, sources }: Happening, { words }: Tongue) {
  const { card } = words.event;
  const page = url === null ? null : safeUrl(url);
  const named = [...new Set(sources.map(({ feed }) => feed))].join(', ');
  const parts = [
    ...(page === null ? [] : [link(page, card.register)]),
    ...(sources.length > 1 ? [card.announcedBy(named)] : []),
  ];
  return paragraphOf(parts);
}
