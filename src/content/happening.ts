/** Events that a text mentions: a link to an event's page, or a name that only events have, with its day, time and place. */
import type { Mentioned } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { dateOf, findDates, weekdayOf, type FoundDate } from './date.ts';
import { isEventPage } from './event-hosts.ts';
import { inlineOf, type Inline, type Link } from './inline.ts';
import { EVENT_NAME, SITE_TAIL } from './meetup-words.ts';
import { nodesOf } from './walk.ts';

/** What the dates of a report are read against. */
export interface Base {
  /** The report's own event, which it does not "mention". */
  readonly url: string | null;
  /** When the report was written or its meetup held: `2018-03-12`, or less exact; `null` if unknown. */
  readonly date: string | null;
}

/** In the order of the text, each event once. */
export function mentionedIn(chapters: readonly Chapter[], base: Base): readonly Mentioned[] {
  const found = chapters.flatMap((chapter) => [
    ...inHeading(chapter, base),
    ...chapter.body.flatMap((node) =>
      nodesOf(node).flatMap((block) =>
        block.type === 'paragraph'
          ? inBlock(inlineOf(block.children), block.position?.start.line ?? chapter.line, base)
          : [],
      ),
    ),
  ]);
  return [...new Map(found.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
}

/** In longer lines nobody announces anything. */
const MAX_LINE = 2000;

function keyOf({ url, title }: Mentioned): string {
  return url ?? title;
}

/** `DockerCon San Francisco 2019 (…)`: a talk about another event. */
function inHeading({ inline, line, level }: Chapter, base: Base): readonly Mentioned[] {
  if (level === 0) return [];
  const name = new RegExp(`^${EVENT_NAME.source} (?:19|20)\\d{2}`, 'u').exec(inline.text)?.[0];
  if (name === undefined || inline.links.length > 0) return [];
  return [mention({ title: name, url: null, around: '', line }, base)];
}

function inBlock(inline: Inline, line: number, base: Base): readonly Mentioned[] {
  let start = 0;
  return inline.text.split('\n').flatMap((text, index) => {
    const [from, to] = [start, start + text.length];
    start = to + 1;
    if (text.length > MAX_LINE) return [];
    const links = inline.links.filter((link) => link.start >= from && link.end <= to);
    const found = links.flatMap((link) => inLink(inline.text, { link, to }, { line: line + index, base }));
    return found.length > 0 || links.length > 0 ? found : organised(text, line + index, base);
  });
}

interface Where {
  readonly line: number;
  readonly base: Base;
}

function inLink(
  text: string,
  { link, to }: { link: Link; to: number },
  { line, base }: Where,
): readonly Mentioned[] {
  const title = text.slice(link.start, link.end).replace(SITE_TAIL, '').trim();
  if (link.url === base.url || /^https?:/.test(title)) return [];
  const isNamed = title.length <= 40 && new RegExp(`^${EVENT_NAME.source}(?: \\d{4})?$`, 'u').test(title);
  if (!isEventPage(link.url) && !isNamed) return [];
  return [mention({ title, url: link.url, around: text.slice(link.end, to), line }, base)];
}

/** `DockerCon (a conference of …)`. */
function organised(text: string, line: number, base: Base): readonly Mentioned[] {
  if (
    text.length > 60 ||
    !/^[^()（）]{3,40}\s?[(（].{0,30}(?:カンファレンス|勉強会|イベント|conference|meetup).{0,10}[)）]$/iu.test(
      text,
    )
  )
    return [];
  const isNamed = new RegExp(`^${EVENT_NAME.source}\\s?[(（]`, 'u').test(text);
  return isNamed ? [mention({ title: text, url: null, around: '', line }, base)] : [];
}

interface Raw {
  readonly title: string;
  readonly url: string | null;
  /** What follows on the same line. */
  readonly around: string;
  readonly line: number;
}

function mention({ title, url, around, line }: Raw, base: Base): Mentioned {
  const plain = around.normalize('NFKC');
  const [found] = findDates(plain);
  const day = found ? dayOf(found, base.date) : null;
  const times = found ? timesIn(plain.slice(found.index + found.length)) : { start: null, end: null };
  return {
    title,
    url,
    line,
    date: day?.date ?? null,
    ...times,
    place: found ? placeIn(plain.slice(0, found.index), plain.slice(found.index + found.length)) : null,
    yearInferred: day?.isInferred ?? false,
  };
}

/** A day without a year is of the year in which it has the weekday, nearest to the report; else the next one. */
function dayOf(
  { year, month, day, weekday }: FoundDate,
  base: string | null,
): { date: string; isInferred: boolean } | null {
  if (day === null) return null;
  if (year !== null) return exact(year, month, day, false);
  if (base === null) return null;
  const from = Number(base.slice(0, 4));
  const years = [from, from + 1, from - 1];
  const sameWeekday = years.filter((one) => weekday === null || weekdayOf(one, month, day) === weekday);
  const dates = sameWeekday.flatMap((one) => exact(one, month, day, true) ?? []);
  // Reports announce what comes; a day that is just over may be told of as well.
  return dates.find(({ date }) => date >= base.slice(0, 10)) ?? dates[0] ?? null;
}

function exact(
  year: number,
  month: number,
  day: number,
  isInferred: boolean,
): { date: string; isInferred: boolean } | null {
  const date = dateOf(year, month, day);
  return date && { date: date.value, isInferred };
}

const CLOCK = String.raw`(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)`;
const TIMES = new RegExp(String.raw`(?<!\d)${CLOCK}(?:\s?(?:[-–—~〜～ー]|から)\s?${CLOCK})?`);

function timesIn(text: string): { start: string | null; end: string | null } {
  const [, h1, m1, j1, half1, h2, m2, j2, half2] = TIMES.exec(text.slice(0, 60)) ?? [];
  return { start: clock(h1, m1 ?? j1 ?? (half1 && '30')), end: clock(h2, m2 ?? j2 ?? (half2 && '30')) };
}

function clock(hour: string | undefined, minute: string | undefined): string | null {
  if (hour === undefined || Number(hour) > 30 || Number(minute ?? 0) > 59) return null;
  return `${hour.padStart(2, '0')}:${(minute ?? '0').padStart(2, '0')}`;
}

/** `大阪 4/6(金)`, `… @ 大阪`, `会場: 大阪`. */
function placeIn(before: string, after: string): string | null {
  const labelled = /(?:会場|場所|venue|place|@)\s*[:：]?\s*([^\s、。,()]{2,30})/i.exec(after)?.[1];
  const between = before.replace(/^[\s:：は、,()（）「」/|-]+|[\s:：は、,()（）「」/|-]+$/g, '');
  const isPlace = between !== '' && between.length <= 20 && !/\p{sc=Hiragana}{2,}|https?:/u.test(between);
  return labelled ?? (isPlace ? between : null);
}
