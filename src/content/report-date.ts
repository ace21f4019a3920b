/** When a report was published, and when its meetup was: two dates that are often weeks apart. */
import type { DatedOn, DateSource, Problem } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { dateOf, findDates, readDate, type ReadDate } from './date.ts';
import type { FrontMatter } from './front-matter.ts';
import { plainText } from './plain.ts';
import { lineOfField } from './schema.ts';
import { linksOf } from './walk.ts';

const PUBLISHED = [
  'date',
  'published_at',
  'publishdate',
  'pubdate',
  'published',
  'created_at',
  'created',
  'posted',
  'updated_at',
  'updated',
  'modified',
  'lastmod',
];
const HELD = ['event_date', 'eventdate', 'held', 'held_on', 'held_at', 'event-date', '開催日'];

export interface Dated {
  readonly header: FrontMatter;
  /** The file's text, for the lines of its fields. */
  readonly text: string;
  readonly path: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly slides: readonly string[];
  readonly zone: string;
}

export interface ReportDates {
  readonly published: DatedOn | null;
  readonly held: DatedOn | null;
  readonly problems: readonly Problem[];
}

export function reportDates(report: Dated): ReportDates {
  const fromHeader = headerDate(report, PUBLISHED);
  const inTitle = firstIn(report.title, 'title');
  const published =
    fromHeader.date ??
    pathDate(report.path) ??
    permalinkDate(report.header) ??
    (inTitle?.precision === 'year' ? null : inTitle);
  const held = heldOn(report, published, inTitle);
  return { published, held, problems: fromHeader.problems };
}

function heldOn(report: Dated, published: DatedOn | null, inTitle: DatedOn | null): DatedOn | null {
  return (
    headerDate(report, HELD).date ??
    (inTitle?.precision === 'day' ? inTitle : null) ??
    labelled(report.chapters) ??
    told(report.chapters, published) ??
    inTitle ??
    inSlides(report.slides, published) ??
    inTweets(report, published)
  );
}

interface HeaderDate {
  readonly date: DatedOn | null;
  readonly problems: readonly Problem[];
}

function headerDate({ header, text, zone }: Dated, keys: readonly string[]): HeaderDate {
  const problems: Problem[] = [];
  for (const key of keys) {
    const value = header.data[key];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const date = readDate(String(value), zone);
    if (date) return { date: dated(date, 'frontmatter'), problems };
    if (/\d/.test(String(value)))
      problems.push({
        line: lineOfField(text, key),
        code: 'date-unreadable',
        detail: String(value).slice(0, 40),
      });
  }
  return { date: null, problems };
}

function dated({ value, precision }: Pick<ReadDate, 'value' | 'precision'>, source: DateSource): DatedOn {
  return { value, precision, source };
}

/** The first date with a year in a text. */
function firstIn(text: string, source: DateSource): DatedOn | null {
  for (const { year, month, day } of findDates(text.normalize('NFKC'))) {
    const date = year === null ? null : dateOf(year, month, day);
    if (date) return dated(date, source);
  }
  return null;
}

/** `2018-03-12-name.md`, `20180312.md`, `2018/03/12/name.md`, `2018/03/name.md`. */
function pathDate(path: string): DatedOn | null {
  const name = path.split('/').at(-1) ?? '';
  const inName = firstIn(name, 'filename');
  if (inName?.precision === 'day') return inName;
  const folder = path
    .split('/')
    .slice(0, -1)
    .toReversed()
    .map((part) => firstIn(part, 'filename'));
  return folder.find((date) => date !== null) ?? slashed(path, 'filename') ?? inName;
}

function permalinkDate({ data }: FrontMatter): DatedOn | null {
  const link = data['permalink'] ?? data['url'];
  return typeof link === 'string' ? slashed(link, 'url') : null;
}

function slashed(path: string, source: DateSource): DatedOn | null {
  const [, year, month, day] = /(?:^|\/)((?:19|20)\d{2})\/(\d{2})\/?(\d{2})?(?=\/)/.exec(path) ?? [];
  if (year === undefined || month === undefined) return null;
  const date = dateOf(Number(year), Number(month), day === undefined ? null : Number(day));
  return date && dated(date, source);
}

/** `開催日: 2019/10/03` near the top. */
function labelled(chapters: readonly Chapter[]): DatedOn | null {
  for (const line of topLines(chapters, 3)) {
    const label = /^[-*・\s]*(?:開催日時?|日時|日程|開催|日付|date|when)\s*[:：]?\s*(.{4,60})/i.exec(
      line,
    )?.[1];
    const date = label === undefined ? null : firstIn(label, 'body');
    if (date?.precision === 'day') return date;
  }
  return null;
}

/** "先日2019年11月9日、…": a whole day before the first section, not after the report itself. */
function told(chapters: readonly Chapter[], published: DatedOn | null): DatedOn | null {
  for (const line of topLines(chapters, 1)) {
    const date = firstIn(line, 'body');
    if (date?.precision === 'day' && (published === null || daysBetween(date, published) >= 0)) return date;
  }
  return null;
}

function topLines(chapters: readonly Chapter[], count: number): readonly string[] {
  return chapters
    .slice(0, count)
    .flatMap(({ body }) => body.slice(0, 12).flatMap((node) => plainText(node).split('\n')));
}

/** `…/20190524dockerkansai03`: speakers upload on the day; an address from another time is another talk's. */
function inSlides(slides: readonly string[], published: DatedOn | null): DatedOn | null {
  const dates = slides.flatMap(
    (url) =>
      firstIn(
        url.replace(/^https?:\/\/[^/]+/, '').replace(/\/|(?<=\D)-(?=(?:19|20)\d{2})/g, ' '),
        'inferred',
      ) ?? [],
  );
  return dates.find((date) => date.precision === 'day' && isNear(date, published, 60)) ?? null;
}

/** A tweet's number holds its time: tweets from the room are of the day. */
function inTweets({ chapters, zone }: Dated, published: DatedOn | null): DatedOn | null {
  if (published?.precision !== 'day') return null;
  for (const { url } of linksOf(chapters.flatMap(({ body }) => body))) {
    const id = /^https?:\/\/(?:mobile\.)?(?:twitter|x)\.com\/\w{1,20}\/status(?:es)?\/(\d{15,20})/.exec(
      url,
    )?.[1];
    if (id === undefined) continue;
    // https://docs.x.com/fundamentals/x-ids: milliseconds since the epoch below 22 bits of machine and sequence.
    const at = new Date(Number(BigInt(id) >> 22n) + 1_288_834_974_657);
    const day = readDate(`${at.toISOString().slice(0, 19)}Z`, zone);
    const date = day && dated(day, 'inferred');
    if (date && isNear(date, published, 7)) return date;
  }
  return null;
}

function isNear(date: DatedOn, published: DatedOn | null, days: number): boolean {
  if (published?.precision !== 'day') return true;
  const distance = daysBetween(date, published);
  return distance >= -1 && distance <= days;
}

/** Days from the first to the second. */
function daysBetween(from: DatedOn, to: DatedOn): number {
  return (Date.parse(to.value) - Date.parse(from.value)) / 86_400_000;
}
