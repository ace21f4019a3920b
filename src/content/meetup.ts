/** What a report says about the meetup it is about: its series and number, its city, its page. */
import type { Chapter } from './chapter.ts';
import {
  BARE_NUMBER,
  CITIES,
  EVENT_WORDS,
  REPORT_WORDS,
  SERIES_SHAPES,
  SITE_TAIL,
  SPOKE,
} from './meetup-words.ts';
import { isEventPage } from './event-hosts.ts';
import { lettersOf } from './letters.ts';
import { plainText } from './plain.ts';
import { linksOf } from './walk.ts';

export interface Described {
  readonly title: string;
  readonly description: string | null;
  readonly slug: string | null;
  /** Address of the event in the header. */
  readonly url: string | null;
  readonly chapters: readonly Chapter[];
}

export interface Identity {
  readonly series: string | null;
  readonly number: number | null;
  readonly city: string | null;
  readonly url: string | null;
  /** Is the report about a meetup at all? Notes and manuals have headings, too. */
  readonly isMeetup: boolean;
}

export function identityOf(described: Described): Identity {
  const page = eventPage(described);
  const named = seriesOf(described, page?.text ?? null);
  const series = named?.series ?? pageSeries(page, described.title) ?? plainSeries(described.title);
  const city = cityOf(described, series);
  const isMeetup = page !== null || named !== null || isAboutMeetup(described.title);
  return { series, number: named?.number ?? null, city, url: page?.url ?? described.url, isMeetup };
}

function isAboutMeetup(title: string): boolean {
  const plain = title.normalize('NFKC');
  return EVENT_WORDS.test(plain) || SPOKE.test(plain);
}

interface Page {
  readonly url: string;
  readonly text: string;
}

/** The event's page: linked before the first talk, in the words of the title or as the first event linked at all. */
function eventPage({ title, chapters }: Described): Page | null {
  const [preface, first] = chapters;
  // What follows a preface may be about other events already.
  const early = [
    ...linkedIn(preface),
    ...(preface?.body.length === 0 ? linkedIn(first) : first ? inHeading(first) : []),
  ];
  const page = early.find(({ url }) => isEventPage(url));
  if (page) return page;
  if (!isAboutMeetup(title)) return null;
  const letters = lettersOf(title);
  return early.find(({ text }) => lettersOf(text).length >= 6 && letters.includes(lettersOf(text))) ?? null;
}

function linkedIn(chapter: Chapter | undefined): readonly Page[] {
  if (!chapter) return [];
  const inBody = linksOf(chapter.body.slice(0, 6)).map((link) => ({ url: link.url, text: plainText(link) }));
  return [...inHeading(chapter), ...inBody.map(withoutSite)];
}

function inHeading({ inline }: Chapter): readonly Page[] {
  return inline.links.map(({ url, start, end }) => withoutSite({ url, text: inline.text.slice(start, end) }));
}

function withoutSite({ url, text }: Page): Page {
  return { url, text: text.replace(SITE_TAIL, '').trim() };
}

export interface SeriesNumber {
  readonly series: string;
  readonly number: number;
}

function seriesOf(described: Described, pageText: string | null): SeriesNumber | null {
  const { title, description, slug, chapters } = described;
  const [, first] = chapters;
  const fromTexts = [title, pageText, description, first?.inline.text ?? null].flatMap((text) =>
    text === null ? [] : (numberedSeries(text) ?? []),
  );
  return fromTexts[0] ?? slugSeries(slug, plainSeries(title));
}

/** `第6回 x`, `x #6`, `x vol.6`, `x 11時限目`: a name with a number, wherever it stands in the text. */
function numberedSeries(text: string): SeriesNumber | null {
  const plain = text.normalize('NFKC').slice(0, 200);
  const shapes = EVENT_WORDS.test(plain) ? [...SERIES_SHAPES, BARE_NUMBER] : SERIES_SHAPES;
  for (const shape of shapes) {
    const groups = shape.exec(plain)?.groups;
    const series = groups && seriesName(groups['name'] ?? '');
    if (groups && series) return { series, number: numberOf(groups['n'] ?? '') };
  }
  return null;
}

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : '〇一二三四五六七八九十'.indexOf(text);
}

/** `enter-the-docker-meetup-kansai-3` names the third "Docker Meetup Kansai". */
function slugSeries(slug: string | null, series: string | null): SeriesNumber | null {
  if (slug === null || series === null) return null;
  const number = /(\d{1,3})$/.exec(slug)?.[1];
  if (number === undefined || !lettersOf(slug).includes(lettersOf(series))) return null;
  return { series, number: Number(number) };
}

/** What the event's page is called, if the title says it, too. */
function pageSeries(page: Page | null, title: string): string | null {
  const name = page && plainSeries(page.text);
  return name !== null && lettersOf(title).includes(lettersOf(name)) ? name : null;
}

/** The name of a meetup in a title without number: `Haskell Day 2018 開催レポート` → `Haskell Day`. */
function plainSeries(title: string): string | null {
  const [plain = ''] = title
    .normalize('NFKC')
    .replace(REPORT_WORDS, '')
    .trim()
    .split(/(?<=\S)\s?(?:にて|で)\s?(?=\S)/);
  const name = seriesName(
    plain.replace(/\s*\(?(?:19|20)\d{2}(?:\d{2}){0,2}年?\)?(?=\s|$)|(?:19|20)\d{2}$/g, '').trim(),
  );
  const isNamed =
    EVENT_WORDS.test(title.normalize('NFKC')) || /[A-Za-z\p{sc=Han}] ?(?:19|20)\d{4,6}$/u.test(plain);
  if (isNamed) return name !== null && name.length <= 40 ? name : null;
  return SPOKE.test(title) ? hashtagIn(title) : null;
}

/** Where somebody tells of a talk of theirs, the hashtag is the event's: `#xday で型について話してきた`. */
function hashtagIn(title: string): string | null {
  return /(?:^|\s)[#＃](\p{L}[\p{L}\p{N}_-]{1,39})(?=$|\s|[でにの]\s?)/u.exec(title)?.[1] ?? null;
}

/** Without what leads up to the name in a sentence. */
function seriesName(text: string): string | null {
  const last = text.split(/[。、!?「」『』【】|:]/).at(-1) ?? '';
  const name = last
    .replace(/^\s*\[[^\]]{1,20}\]\s*/, '')
    .replace(/^\s*(?:notes?|report|recap|summary|impressions)\s(?:from|on|of)\s(?:the\s)?/i, '')
    .replace(/^.*[\p{sc=Hiragana}]\s+(?=[\p{sc=Latin}])/u, '')
    .replace(/^(?:初めて|はじめて|先日|今日|昨日|本日|今回)(?:の|は|、)?\s*/, '')
    .replace(/[\s\-–—#(]+$/, '')
    .replace(/^[\s\-–—#)\]]+/, '')
    .trim();
  return name.length < 2 || name.length > 60 || !/\p{L}/u.test(name) ? null : name;
}

function cityOf({ title, chapters }: Described, series: string | null): string | null {
  const named = cityIn(`${series ?? ''} ${title}`);
  if (named !== null) return named;
  const headings = chapters.slice(1).map(({ inline }) => inline.text);
  const preface = chapters
    .slice(0, 1)
    .flatMap(({ body }) => body.flatMap((node) => plainText(node).split('\n')));
  const venue = [...preface, ...headings].find((line) =>
    /(?:会場|場所|venue|location)\s*[:：は]|(?:本社|オフィス|支社|会議室|ホール|大学|センター)?(?:にて|で開催|で行われ)/i.test(
      line,
    ),
  );
  return venue === undefined ? null : cityIn(venue);
}

function cityIn(text: string): string | null {
  const plain = text.normalize('NFKC').toLowerCase();
  for (const [city, latin] of CITIES)
    if (plain.includes(city) || new RegExp(`(?<![a-z])${latin}(?![a-z])`).test(plain)) return city;
  return null;
}
