/** Events, reports and talks as a digest tells them: no longer than people read. */
import type { CatalogueEntry, Happening } from '../port.ts';
import { speakerText } from '../view/results.ts';
import { short } from '../view/short.ts';
import type { ToldEvent, ToldReport, ToldTalk } from './content.ts';

/** Characters of a title, and of a place. */
const mostTitle = 200;
const mostPlace = 120;

/** Talks of a report that are named. */
const mostParts = 3;

/** Speakers of a talk that are named, and addresses of its slides. */
const mostNames = 5;

export function toldEvent(happening: Happening): ToldEvent {
  const { id, start, end, zone, online, url, status, capacity, accepted, waiting, inferred } = happening;
  const title = short(happening.title, mostTitle);
  const place = happening.place === null ? null : short(happening.place, mostPlace);
  return { id, title, start, end, zone, place, online, url, status, capacity, accepted, waiting, inferred };
}

export function toldReport(entry: CatalogueEntry): ToldReport {
  const { id, date, url, series, number, talks } = entry;
  const parts = entry.parts.slice(0, mostParts).map(toldTalk);
  return { id, title: short(entry.title, mostTitle), date, url, series, number, talks, parts };
}

export const toldTalk = ({ id, title, speakers, slides }: CatalogueEntry['parts'][number]): ToldTalk => ({
  id,
  title: short(title, mostTitle),
  speakers: speakers.slice(0, mostNames).map(speakerText),
  slides: slides.slice(0, mostNames),
});
