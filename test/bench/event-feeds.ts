/** Invented feeds of events, the same ones for the same numbers: calendars as their texts, connpass as it was understood. */
import { hash } from '../../adapters/hash/index.ts';
import { readCalendar } from '../../adapters/feed/ical/read.ts';
import { understanding } from '../../src/feed/understanding.ts';
import type { Announced } from '../../src/port.ts';
import { announced } from '../library/feed-scene.ts';

export interface BenchFeed {
  readonly name: string;
  readonly events: readonly Announced[];
}

/** What a feed says, before all of it is understood. */
export type RawFeed = BenchFeed | { readonly name: string; readonly calendar: string };

/** What is announced, whoever does. */
interface Meeting {
  readonly number: number;
  readonly title: string;
  /** Local, in Tokyo. */
  readonly start: string;
  readonly end: string;
  readonly repeat: string | null;
  /** By what those who announce it know that it is one. */
  readonly known: 'url' | 'uid' | 'title';
}

const subjects = ['Docker', 'Kubernetes', 'Rust', 'もくもく会', 'React', 'TypeScript', '監視の夕べ', 'SQL'];
const knownBy = ['url', 'uid', 'title'] as const;
const rules = ['FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=2WE'];

/** One in five feeds is connpass. */
const isConnpass = (feed: number): boolean => feed % 5 === 0;

/** Every hundredth repeats. */
const repeatEvery = 100;

/** A third is announced in several feeds: half of that in two, half in three. */
const announcedIn = (number: number, feeds: number): readonly number[] => [
  number % feeds,
  ...(number % 3 === 0 ? [(number + 7) % feeds] : []),
  ...(number % 6 === 0 ? [(number + 19) % feeds] : []),
];

function meeting(number: number, from: Date): Meeting {
  const day = new Date(from.getTime() + (1 + ((number * 131) % 360)) * 24 * 60 * 60_000)
    .toISOString()
    .slice(0, 10);
  const hour = 10 + (number % 10);
  return {
    number,
    title: `${subjects[number % subjects.length]} #${number}`,
    start: `${day}T${hour}:00`,
    end: `${day}T${hour + 2}:00`,
    repeat:
      number % repeatEvery === 1 ? (rules[Math.floor(number / repeatEvery) % rules.length] ?? null) : null,
    known: knownBy[number % knownBy.length] ?? 'url',
  };
}

/** `count` announcements in so many feeds. */
export function rawFeeds({
  count,
  feeds,
  from,
}: {
  count: number;
  feeds: number;
  from: Date;
}): readonly RawFeed[] {
  const held = Array.from({ length: feeds }, (): Meeting[] => []);
  for (let [number, made] = [0, 0]; made < count; number += 1)
    for (const feed of announcedIn(number, feeds).slice(0, count - made)) {
      held[feed]?.push(meeting(number, from));
      made += 1;
    }
  return held.map((meetings, feed) =>
    isConnpass(feed)
      ? { name: feed === 0 ? 'connpass' : `connpass ${feed}`, events: meetings.map(inConnpass) }
      : { name: `ical ${feed}.example.org`, calendar: calendarOf(meetings, feed) },
  );
}

const pageOf = ({ number }: Meeting): string => `https://group.connpass.com/event/${number}/`;

/** connpass knows no other name of an event than its address. */
function inConnpass(each: Meeting): Announced {
  const [{ start, end }, url] = [each, pageOf(each)];
  const seats = { capacity: 50, accepted: each.number % 60, waiting: 0 };
  return announced(each.title, { id: hash(url), url, start, end, place: 'Harajuku Hall', ...seats });
}

const calendarOf = (meetings: readonly Meeting[], feed: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...meetings.map((each) => component(each, feed)),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const basic = (time: string): string => `${time.replaceAll(/[-:]/g, '')}00`;

const component = (each: Meeting, feed: number): string =>
  [
    'BEGIN:VEVENT',
    `UID:${each.number}${each.known === 'uid' ? '' : `-${feed}`}@example.org`,
    `DTSTART;TZID=Asia/Tokyo:${basic(each.start)}`,
    `DTEND;TZID=Asia/Tokyo:${basic(each.end)}`,
    `SUMMARY:${each.title}`,
    'LOCATION:Harajuku Hall',
    'DESCRIPTION:Talks and drinks.',
    ...(each.known === 'url' ? [`URL:${pageOf(each)}`] : []),
    ...(each.repeat === null ? [] : [`RRULE:${each.repeat}`]),
    'END:VEVENT',
  ].join('\r\n');

/** All of what it says. */
export async function understood(raw: RawFeed): Promise<BenchFeed> {
  if ('events' in raw) return raw;
  const { events } = await readCalendar(raw.calendar, { zone: 'Asia/Tokyo', hash, understanding });
  return { name: raw.name, events };
}
