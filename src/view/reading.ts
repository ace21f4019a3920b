/** A report or a talk to be read in place: what it is, the text, and the ways on from here. */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { Next, Reading, Section, View } from '../port.ts';
import { heading, item, joined, link, numbered, paragraph, root, strong } from './build.ts';
import { dateText } from './date.ts';
import { pages } from './pages.ts';
import { meetupText, slideLinks, speakerText, withBack } from './results.ts';
import type { Tongue } from './results.ts';
import { safeUrl } from './safe.ts';

/** Characters of text on one page: about three screens of a phone, and within every chat's limits. */
const pageSize = 2400;

type Entry = Reading['contents'][number];

/** Where in the reading a person is. */
export interface Position {
  readonly page: number;
  /** The call that Back makes; '' if there is none. */
  readonly back: string;
}

const titleOf = (section: Entry, { words }: Tongue): string => section.title ?? words.report.untitled;

const talksOf = (reading: Reading): readonly Entry[] => reading.contents.filter(({ isTalk }) => isTalk);

/** How many pages a reading has. */
export const pageCount = (reading: Reading): number => pages(reading.body, pageSize).length;

/** One page of a report or talk. `position.page` counts from 1 and must exist. */
export function readingView(reading: Reading, position: Position, tongue: Tongue): View {
  const all = pages(reading.body, pageSize);
  const body = all[position.page - 1] ?? root();
  const isEmpty = all.length === 1 && body.children.length === 0;
  return {
    body: root(
      ...opening(reading, tongue),
      ...(isEmpty ? [paragraph(tongue.words.report.empty)] : lowered(body)),
      all.length > 1 && paragraph(tongue.words.report.page(position.page, all.length)),
    ),
    next: waysOn(reading, { ...position, of: all.length }, tongue),
    data: reading,
  };
}

/** Table of contents of a report with several talks: the way in on a phone. */
export function contentsView(reading: Reading, position: Position, tongue: Tongue): View {
  const talks = talksOf(reading);
  const items = talks.map((talk) => {
    const speakers = talk.speakers.map(speakerText).join(', ');
    return item(
      paragraph(
        ...joined(' · ', [
          [strong(titleOf(talk, tongue))],
          speakers === '' ? [] : [speakers],
          ...slideLinks(talk.slides, tongue.words),
        ]),
      ),
    );
  });
  const { back } = position;
  const read = talks.map(({ id }, index) => open(tongue.words.button.read(index + 1), id, back));
  return {
    body: root(...opening(reading, tongue), numbered(1, items)),
    next: [
      open(tongue.words.button.readAll, `${reading.report.id} page:1`, back),
      ...read,
      ...leaving(reading, position, tongue),
    ],
    data: reading,
  };
}

function opening(reading: Reading, tongue: Tongue): RootContent[] {
  const { report, section } = reading;
  const title = section === null ? report.title : titleOf(section, tongue);
  const facts = joined(' · ', factsOf(reading, section, tongue));
  return [
    heading(2, title),
    ...(facts.length > 0 ? [paragraph(...facts)] : []),
    ...(reading.path.length > 0 ? [paragraph(reading.path.join(' › '))] : []),
  ];
}

function factsOf(
  reading: Reading,
  section: Section | null,
  { words, locale }: Tongue,
): (PhrasingContent | string)[][] {
  const { report } = reading;
  const { speakers, slides } = section ?? report;
  const held = report.meetup.date ?? report.date;
  const page = reading.url === null ? null : safeUrl(reading.url);
  const event = report.meetup.url === null ? null : safeUrl(report.meetup.url);
  return [
    speakers.length > 0 ? [speakers.map(speakerText).join(', ')] : [],
    section === null && report.meetup.series === null ? [] : [meetupText(report.meetup, report.title)],
    held === null ? [] : [dateText(held.value, locale)],
    ...slideLinks(slides, words),
    event === null ? [] : [link(event, words.report.eventPage)],
    page === null ? [] : [link(page, words.report.original)],
  ];
}

/** Headings of the text stand below the view's own. */
const lowered = (body: Root): RootContent[] =>
  body.children.map((node) => (node.type === 'heading' && node.depth < 3 ? { ...node, depth: 3 } : node));

/** A button to a report, a talk or a page, from which Back leads where it leads from here. */
const open = (label: string, target: string, back: string): Next => ({
  label,
  command: 'report',
  input: withBack(target, back),
});

function waysOn(reading: Reading, position: Position & { of: number }, tongue: Tongue): Next[] {
  const { words } = tongue;
  const id = reading.section?.id ?? reading.report.id;
  const talks = talksOf(reading);
  const at = talks.findIndex((talk) => talk.id === reading.section?.id);
  const [previous, following] = at < 0 ? [] : [talks[at - 1], talks[at + 1]];
  const { page, of, back } = position;
  const turn = (target: number): Next => open(words.button.page(target), `${id} page:${target}`, back);
  return [
    ...(page < of ? [turn(page + 1)] : []),
    ...(page > 1 ? [turn(page - 1)] : []),
    ...(following === undefined ? [] : [open(words.button.next, following.id, back)]),
    ...(previous === undefined ? [] : [open(words.button.previous, previous.id, back)]),
    ...(reading.section === null ? [] : [open(words.button.report, reading.report.id, back)]),
    ...leaving(reading, position, tongue),
  ];
}

function leaving(reading: Reading, { page, back }: Position, { words }: Tongue): Next[] {
  const id = reading.section?.id ?? reading.report.id;
  const [command = '', ...input] = back.split(' ');
  return [
    ...(back === '' ? [] : [{ label: words.button.back, command, input: input.join(' ') }]),
    { label: words.button.share, command: 'share', input: `report ${id}${page > 1 ? ` page:${page}` : ''}` },
  ];
}

/** Reports as a list, newest first. */
export function reportItems(
  entries: readonly { title: string; date: string | null; talks: number; url: string | null }[],
  tongue: Tongue,
): ReturnType<typeof item>[] {
  return entries.map(({ title, date, talks, url }) => {
    const address = url === null ? null : safeUrl(url);
    const facts = [
      [strong(address === null ? title : link(address, title))],
      date === null ? [] : [dateText(date, tongue.locale)],
      talks === 0 ? [] : [tongue.words.report.talks(talks)],
    ];
    return item(paragraph(...joined(' · ', facts)));
  });
}
