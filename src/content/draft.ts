/**
 * An event that is over → a report of it to be filled in, in the shape that is read best: each talk says by its number
 * that it is one, and a title that could be taken apart stands in quotes.
 */
import type { Emphasis, Link, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Happening, Locale, PlannedTalk } from '../model.ts';
import type { Presentation } from '../port.ts';
import { words, type Words } from '../words/index.ts';
import { writeFrontMatter } from './front-matter-text.ts';
import { printInert } from './inert.ts';
import { matchPresentations } from './presentations.ts';
import { deckAt } from './slides.ts';
import { datedPath } from './slug.ts';
import { talkSection } from './talk-section.ts';

interface Asked {
  readonly locale: Locale;
}

type Said = Words['draft'];

/** The file's text. It is hidden until someone takes `draft: true` out of its header. */
export function writeDraft(
  event: Happening,
  presentations: readonly Presentation[],
  { locale }: Asked,
): string {
  const said = words[locale].draft;
  const shown = presentations.filter(({ url }) => isWeb(url));
  const talks = event.talks.length > 0 ? event.talks : shown.filter(({ url }) => deckAt(url)).map(asTalk);
  const { ofTalks, others } = matchPresentations(talks, shown);
  const body: Root = {
    type: 'root',
    children: [
      ...opening(event, said),
      ...talks.flatMap((talk, index) =>
        section({ talk, shown: ofTalks[index] ?? [], number: index + 1 }, said),
      ),
      ...listed(others, said),
      ...prompted(said.impressions, said.impression),
      ...prompted(said.links, said.linked),
    ],
  };
  return `${header(event, said)}\n${printInert(body)}`;
}

/** `reports/2027-03-10-docker-meetup-tokyo-12.md` */
export const draftPath = ({ title, start }: Pick<Happening, 'title' | 'start'>): string =>
  datedPath('reports', start.slice(0, 10), title);

const isWeb = (url: string): boolean => /^https?:\/\//iu.test(url) && URL.canParse(url);

const asTalk = ({ title, speaker }: Presentation): PlannedTalk => ({
  title,
  speakers: speaker === null ? [] : [speaker],
  minutes: null,
});

function header(event: Happening, said: Said): string {
  const { title, start, url, series, number, place, tags } = event;
  const day = start.slice(0, 10);
  return writeFrontMatter({
    title: said.title(title),
    date: day,
    event_date: day,
    event_url: url,
    series,
    number,
    // Where a title does not say of which series a report is and which number it has, this does.
    description: series !== null && number !== null ? `${series} #${number}` : null,
    place,
    tags,
    draft: true,
  });
}

function opening({ title, start, end, place, url }: Happening, said: Said): readonly RootContent[] {
  return [
    paragraph(`${said.held}: ${whenOf(start, end)}`),
    ...(place === null ? [] : [paragraph(`${said.place}: ${place}`)]),
    ...(url === null || !isWeb(url) ? [] : [paragraph(`${said.page}: `, link(url, title))]),
    paragraph(`${said.howTo} `, { type: 'inlineCode', value: 'draft: true' }),
    paragraph(prompt(said.happened)),
  ];
}

const written = (time: string): string => time.slice(0, 16).replace('T', ' ');

/** `2027-03-10 19:00–21:00`; the day of the end where it is another. */
function whenOf(start: string, end: string | null): string {
  if (end === null) return written(start);
  const isSameDay = end.startsWith(start.slice(0, 10));
  return isSameDay ? `${written(start)}–${end.slice(11, 16)}` : `${written(start)} – ${written(end)}`;
}

interface Given {
  readonly talk: PlannedTalk;
  readonly shown: readonly Presentation[];
  /** Which talk of the event it is. */
  readonly number: number;
}

function section({ talk, shown, number }: Given, said: Said): readonly RootContent[] {
  const known = talk.speakers.length > 0 ? talk.speakers : shown.flatMap(({ speaker }) => speaker ?? []);
  const links = shown.map(({ url }) => url);
  const { title } = talk;
  return [
    ...talkSection({ title, speakers: [...new Set(known)], links, number, depth: 2 }, said),
    paragraph(prompt(said.noted)),
  ];
}

const entry = ({ title, url, speaker }: Presentation): Paragraph =>
  paragraph(link(url, title), ...(speaker === null ? [] : [` by ${speaker}`]));

function listed(others: readonly Presentation[], said: Said): readonly RootContent[] {
  if (others.length === 0) return [];
  return [
    heading(said.others),
    {
      type: 'list',
      spread: false,
      children: others.map((each) => ({ type: 'listItem', spread: false, children: [entry(each)] })),
    },
  ];
}

const prompted = (title: string, line: string): readonly RootContent[] => [
  heading(title),
  paragraph(prompt(line)),
];

const text = (value: string): Text => ({ type: 'text', value });

const heading = (title: string): RootContent => ({ type: 'heading', depth: 2, children: [text(title)] });

const paragraph = (...parts: readonly (PhrasingContent | string)[]): Paragraph => ({
  type: 'paragraph',
  children: parts.map((part) => (typeof part === 'string' ? text(part) : part)),
});

const link = (url: string, title: string): Link => ({ type: 'link', url, children: [text(title)] });

/** In italics: to be written over. */
const prompt = (line: string): Emphasis => ({ type: 'emphasis', children: [text(line)] });
