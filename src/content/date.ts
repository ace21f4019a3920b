/**
 * Dates as people and site generators write them. Never `new Date(text)`: it takes month 13, year 201807 and the
 * machine's own time zone without a word.
 */
import { DATE_SHAPES, MOMENT_SHAPES, ZONES, monthOf, yearOf } from './date-shapes.ts';

/** As exact as the text: `2018-03-12`, `2018-07` or `2018`; `time` is `19:00`, local to the zone asked for. */
export interface ReadDate {
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly time: string | null;
}

/** A date that stands in a text. `year` is null in `4/6(金)`; weekday: 0 is Sunday, null if the text has none. */
export interface FoundDate {
  readonly index: number;
  readonly length: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  readonly weekday: number | null;
}

/**
 * A text that is nothing but a date, with or without time and offset. A time without an offset is local to `zone`
 * (IANA name); one with an offset is converted to it. `null` for all else, dates that do not exist among it.
 */
export function readDate(text: string, zone: string): ReadDate | null {
  const plain = text.normalize('NFKC').trim().slice(0, 80);
  for (const shape of MOMENT_SHAPES) {
    const groups = shape.exec(plain)?.groups;
    const read = groups && fromGroups(groups, zone);
    if (read) return read;
  }
  return null;
}

/** The dates in a text, in its order, each as long as it is written. `text` must be NFKC, for the indices to be right. */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const shape of DATE_SHAPES)
    for (const match of text.matchAll(shape)) {
      const date = fromMatch(match);
      if (date && !found.some((other) => overlaps(other, date))) found.push(date);
    }
  return found.toSorted((a, b) => a.index - b.index);
}

/** `2018-03-12`, `2018-03` or `2018` with its precision; `null` if there is no such day. */
export function dateOf(
  year: number,
  month: number | null,
  day: number | null,
): Omit<ReadDate, 'time'> | null {
  if (year < 1970 || year > 2199) return null;
  if (month === null) return { value: String(year), precision: 'year' };
  if (month < 1 || month > 12) return null;
  if (day === null) return { value: `${year}-${twoDigits(month)}`, precision: 'month' };
  if (day < 1 || day > daysIn(year, month)) return null;
  return { value: `${year}-${twoDigits(month)}-${twoDigits(day)}`, precision: 'day' };
}

/** 0 is Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

type Groups = Readonly<Record<string, string | undefined>>;

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function fromGroups(groups: Groups, zone: string): ReadDate | null {
  const year = yearOf(groups);
  const date = year === null ? null : dateOf(year, monthOf(groups), number(groups['d']));
  if (!date) return null;
  const [hour, minute] = [number(groups['h']), number(groups['min']) ?? 0];
  if (hour === null || date.precision !== 'day') return { ...date, time: null };
  if (hour > 23 || minute > 59) return null;
  const offset = groups['zone'] === undefined ? null : offsetOf(groups['zone']);
  if (offset === null) return { ...date, time: clock(hour, minute) };
  return localTo(zone, Date.parse(`${date.value}T00:00:00Z`) + (hour * 60 + minute - offset) * 60_000);
}

function clock(hour: number, minute: number): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Minutes east of Greenwich. */
function offsetOf(text: string): number | null {
  const known = ZONES[text.toUpperCase()];
  if (known !== undefined) return known;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!match) return null;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localTo(zone: string, instant: number): ReadDate {
  let format = formats.get(zone);
  if (!format)
    formats.set(
      zone,
      (format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      })),
    );
  const [value = '', time = null] = format.format(instant).split(' ');
  return { value, precision: 'day', time };
}

function fromMatch(match: RegExpExecArray): FoundDate | null {
  const groups: Groups = match.groups ?? {};
  const [year, month, day] = [yearOf(groups), monthOf(groups), number(groups['d'])];
  // 2000 was a leap year: without a year, 29 February may exist.
  if (month === null || !dateOf(year ?? 2000, month, day)) return null;
  const weekday = groups['wd'] === undefined ? -1 : '日月火水木金土'.indexOf(groups['wd']);
  return {
    index: match.index,
    length: match[0].length,
    year,
    month,
    day,
    weekday: weekday < 0 ? null : weekday,
  };
}

function overlaps(a: FoundDate, b: FoundDate): boolean {
  return a.index < b.index + b.length && b.index < a.index + a.length;
}
