/** Happenings as a calendar that others subscribe to (iCalendar, RFC 5545; its name and pace by RFC 7986). */
import { Temporal } from 'temporal-polyfill';
import { isWholeDay } from '../event/fact.ts';
import type { Happening } from '../port.ts';
import { plainly, safeUrl } from './safe.ts';

export interface Calendar {
  readonly name: string;
  /** Of the page that says the same to people. */
  readonly url: string;
  readonly now: Date;
  /** What makes ids unique in the world. */
  readonly host: string;
}

/** Octets of a line, without its end (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/** Programs may look again that often. */
const PACE = 'PT1H';

/**
 * The text of the calendar. Times are in UTC, which every program shows right; days are days. What is called off stays
 * in it, or it would stay in the calendars of others.
 */
export function calendarOf(happenings: readonly Happening[], calendar: Calendar): string {
  const { name, url } = calendar;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//meetup-bot//events//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...address('URL', url),
    `REFRESH-INTERVAL;VALUE=DURATION:${PACE}`,
    `X-PUBLISHED-TTL:${PACE}`,
    ...happenings.flatMap((happening) => eventLines(happening, calendar)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(happening: Happening, { now, host }: Calendar): readonly string[] {
  const { id, title, place, address: street, online, url, status, sequence, tags, text } = happening;
  const where = [place, street].filter((part) => part !== null).join(', ');
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${host}`,
    `DTSTAMP:${instant(now)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    ...timeLines(happening),
    `SUMMARY:${escaped(title)}`,
    ...words('LOCATION', where || (online ?? '')),
    ...words('DESCRIPTION', text),
    ...address('URL', url),
    ...address('CONFERENCE;VALUE=URI', online),
    ...(tags.length > 0 ? [`CATEGORIES:${tags.map(escaped).join(',')}`] : []),
    'END:VEVENT',
  ];
}

/** The end of days is the first day after them; of what nobody knows the end, none is said. */
function timeLines({ start, end }: Happening): readonly string[] {
  if (!isWholeDay(start)) {
    const last = end === null ? [] : [`DTEND:${instant(new Date(end))}`];
    return [`DTSTART:${instant(new Date(start))}`, ...last];
  }
  const over = Temporal.PlainDate.from(end ?? start).add({ days: 1 });
  return [`DTSTART;VALUE=DATE:${basic(start)}`, `DTEND;VALUE=DATE:${basic(over.toString())}`];
}

/** `20270310T100000Z` */
const instant = (date: Date): string => `${basic(date.toISOString().slice(0, 19))}Z`;

const basic = (iso: string): string => iso.replaceAll(/[-:]/gu, '');

const words = (name: string, value: string): readonly string[] =>
  value === '' ? [] : [`${name}:${escaped(value)}`];

const address = (name: string, value: string | null): readonly string[] => {
  const url = safeUrl(value ?? '');
  return url === null ? [] : [`${name}:${url}`];
};

/** A TEXT (RFC 5545 §3.3.11): whatever is in it, it stays one value of one line. */
const escaped = (value: string): string =>
  plainly(value.toWellFormed())
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

/** In pieces of at most 75 octets of UTF-8, each but the first behind a space; no character is cut. */
function folded(line: string): string {
  let octets = 0;
  return Array.from(line, (character) => {
    const size = octetsOf(character);
    octets += size;
    if (octets <= LONGEST_LINE) return character;
    octets = 1 + size;
    return `\r\n ${character}`;
  }).join('');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
