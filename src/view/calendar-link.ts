/** Links with which a person puts a happening into a calendar of their own, or looks for its place on a map. */
import { Temporal } from 'temporal-polyfill';
import { endsAt, isWholeDay, startsAt, USUAL_LENGTH } from '../event/fact.ts';
import type { Happening } from '../port.ts';
import { plainly } from './safe.ts';
import { spotOf } from './spot.ts';

/** Characters of an address; longer ones are refused on the way by some. */
const LONGEST = 2_000;

/** A form of Google Calendar with what is known of it. What is too long for an address ends in `…`. */
export function googleLink(happening: Happening): string {
  const [from, to] = isWholeDay(happening.start) ? daysOf(happening) : instantsOf(happening);
  const dates = [from, to].map((time) => time.replaceAll(/[-:]/gu, '')).join('/');
  return composed(
    'https://calendar.google.com/calendar/render?action=TEMPLATE',
    { dates, ctz: happening.zone },
    { text: happening.title, location: whereOf(happening), details: detailsOf(happening) },
  );
}

/** The same for Outlook. */
export function outlookLink(happening: Happening): string {
  const isDay = isWholeDay(happening.start);
  const [startdt, enddt] = isDay ? daysOf(happening) : instantsOf(happening);
  return composed(
    'https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent',
    { startdt, enddt, ...(isDay ? { allday: 'true' } : {}) },
    { subject: happening.title, location: whereOf(happening), body: detailsOf(happening) },
  );
}

/** `null` where neither a place nor an address is known that one can go to. */
export function mapLink(happening: Pick<Happening, 'place' | 'address'>): string | null {
  const query = spotOf(happening).join(' ');
  if (query === '') return null;
  return composed('https://www.google.com/maps/search/?api=1', {}, { query });
}

/** To the second, in UTC. */
function instantsOf(happening: Happening): readonly [from: string, to: string] {
  const from = startsAt(happening);
  const to = happening.end === null ? from + USUAL_LENGTH : endsAt(happening);
  return [instant(from), instant(to)];
}

const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** The second one is the first day after it. */
const daysOf = ({ start, end }: Happening): readonly [from: string, to: string] => [
  start,
  Temporal.PlainDate.from(end ?? start)
    .add({ days: 1 })
    .toString(),
];

const whereOf = ({ place, address, online }: Happening): string =>
  [place, address].filter((part) => part !== null).join(', ') || (online ?? '');

const detailsOf = ({ url, online, text }: Happening): string =>
  [url, online, text].filter((part) => part !== null && part !== '').join('\n\n');

/** Facts stand whole; of the texts, one after the other, as much as there is room for. */
function composed(
  base: string,
  facts: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): string {
  const url = new URL(base);
  for (const [name, fact] of Object.entries(facts)) url.searchParams.set(name, fact);
  for (const [name, text] of Object.entries(texts)) {
    const room = LONGEST - url.href.length - `&${name}=`.length;
    const value = fitted(plainly(text.toWellFormed()), room);
    if (value !== '') url.searchParams.set(name, value);
  }
  return url.href;
}

/** As much of a text as has room in an address; Japanese takes nine characters for one. */
function fitted(text: string, room: number): string {
  if (sizeOf(text.slice(0, LONGEST)) <= room && text.length <= LONGEST) return text;
  let left = room - sizeOf('…');
  const kept = Iterator.from(text).take(LONGEST).toArray();
  const end = kept.findIndex((character) => (left -= sizeOf(character)) < 0);
  return end <= 0 ? '' : `${kept.slice(0, end).join('')}…`;
}

const sizeOf = (text: string): number => new URLSearchParams({ '': text }).toString().length - 1;
