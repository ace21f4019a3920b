/** Events, reports and talks as a digest tells them: no longer than people read. */
import type { CatalogueEntry, Happening } from '../port.ts';
import { speakerText } from '../view/results.ts';
import { plainly } from '../view/safe.ts';
import { short } from '../view/short.ts';
import type { ToldEvent, ToldReport, ToldTalk } from './content.ts';

/** Characters of a title, of a place, of a name, and of an address: who has a longer one is told without it. */
const mostTitle = 200;
const mostPlace = 120;
const mostName = 60;
const mostAddress = 500;

/** Talks of a report that are named, speakers of a talk, and addresses of its slides. */
const mostParts = 3;
const mostSpeakers = 5;
const mostSlides = 1;

export function toldEvent(happening: Happening): ToldEvent {
  const { id, start, end, zone, status, capacity, accepted, waiting, inferred } = happening;
  const title = words(happening.title, mostTitle);
  const place = happening.place === null ? null : words(happening.place, mostPlace);
  const [online, url] = [address(happening.online), address(happening.url)];
  return { id, title, start, end, zone, place, online, url, status, capacity, accepted, waiting, inferred };
}

export function toldReport(entry: CatalogueEntry): ToldReport {
  const { id, date, number, talks } = entry;
  const series = entry.series === null ? null : words(entry.series, mostTitle);
  const parts = entry.parts.slice(0, mostParts).map(toldTalk);
  const title = words(entry.title, mostTitle);
  return { id, title, date, url: address(entry.url), series, number, talks, parts };
}

export const toldTalk = ({ id, title, speakers, slides }: CatalogueEntry['parts'][number]): ToldTalk => ({
  id,
  title: words(title, mostTitle),
  speakers: speakers.slice(0, mostSpeakers).map((speaker) => words(speakerText(speaker), mostName)),
  slides: slides.filter((url) => address(url) !== null).slice(0, mostSlides),
});

const words = (value: string, most: number): string => short(plainly(value), most);

const address = (url: string | null): string | null =>
  url === null || url.length > mostAddress ? null : url;
