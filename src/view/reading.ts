/** A report or a talk to be read in place: what it is, and its text. */
import type { List, PhrasingContent, Root, RootContent } from 'mdast';
import { plainText } from '../content/plain.ts';
import type { Reading } from '../port.ts';
import { heading, item, joined, link, numbered, paragraph, root, strong } from './build.ts';
import { dateText } from './date.ts';
import { belowTitle } from './outline.ts';
import { chunks, pages as inPages } from './pages.ts';
import { meetupText, named, slideLinks, speakerNames } from './results.ts';
import type { Tongue } from './results.ts';
import { plainly, safeUrl } from './safe.ts';

/** Characters of text on one page: about three screens of a phone, and within every chat's limits. */
const pageSize = 2400;

type Entry = Reading['contents'][number];

const titleOf = (section: Entry, { words }: Tongue): string => section.title ?? words.report.untitled;

/** What is read is called: a report, or a part of it. */
export const readingTitle = ({ report, section }: Reading, tongue: Tongue): string =>
  section === null ? report.title : titleOf(section, tongue);

/** The talks of the report, in its order. */
export const talksOf = (reading: Reading): readonly Entry[] =>
  reading.contents.filter(({ isTalk }) => isTalk);

/** A report or talk in pages, at least one. */
export function readingPages(reading: Reading, tongue: Tongue): readonly Root[] {
  const { words } = tongue;
  const all = inPages(reading.body, pageSize);
  return all.map((body, index) => {
    const isEmpty = all.length === 1 && body.children.length === 0;
    return root(
      ...opening(reading, tongue),
      ...(isEmpty ? [paragraph(words.report.empty)] : lowered(body)),
      all.length > 1 && paragraph(words.report.page(index + 1, all.length)),
    );
  });
}

/** Table of contents of a report with several talks: the way in on a phone. */
export const contentsPage = (reading: Reading, tongue: Tongue): Root =>
  root(...opening(reading, tongue), contentsList(reading, tongue));

/** The talks of a report, who gave them, and their slides. */
export function contentsList(reading: Reading, tongue: Tongue): List {
  const items = talksOf(reading).map((talk) => {
    const facts = [
      [strong(named(titleOf(talk, tongue), tongue.pages?.section(reading.report.id, talk.id)))],
      speakerNames(talk.speakers, tongue),
      ...slideLinks(talk.slides, tongue.words),
      ...proposed(talk.id, reading, tongue),
    ];
    return item(paragraph(...joined(' · ', facts)));
  });
  return numbered(1, items);
}

function opening(reading: Reading, tongue: Tongue): RootContent[] {
  const facts = readingFacts(reading, tongue);
  return [
    heading(2, readingTitle(reading, tongue)),
    ...(facts.length > 0 ? [paragraph(...facts)] : []),
    ...(reading.path.length > 0 ? [paragraph(reading.path.join(' › '))] : []),
  ];
}

/** Who, at which meetup, when, and the addresses of slides, of the event and of the text itself. */
export function readingFacts(reading: Reading, tongue: Tongue): PhrasingContent[] {
  const { words, locale, pages } = tongue;
  const { report, section } = reading;
  const { speakers, slides } = section ?? report;
  const { series } = report.meetup;
  const held = report.meetup.date ?? report.date;
  const page = reading.url === null ? null : safeUrl(reading.url);
  const event = report.meetup.url === null ? null : safeUrl(report.meetup.url);
  const meetup = meetupText(report.meetup, report.title);
  return joined(' · ', [
    speakerNames(speakers, tongue),
    section === null && series === null
      ? []
      : [named(meetup, series === null ? null : pages?.series(series))],
    held === null ? [] : [dateText(held.value, locale)],
    ...slideLinks(slides, words),
    ...(section === null ? [] : proposed(section.id, reading, tongue)),
    event === null ? [] : [link(event, words.report.eventPage)],
    page === null ? [] : [link(page, words.report.original)],
  ]);
}

/** Slides that the report itself does not know, each said to be of the event's page. */
function proposed(talk: string, { proposals }: Reading, { words }: Tongue): PhrasingContent[][] {
  const addresses = (proposals[talk] ?? []).map(({ url }) => safeUrl(url)).filter((url) => url !== null);
  return addresses.map((url) => [link(url, words.report.proposed)]);
}

const summaryLength = 160;

/** One line about a report or a part of it, for those who have not opened it: its talks, or else how its text begins. */
export function summaryOf(reading: Reading, tongue: Tongue): string {
  const talks = reading.section === null ? talksOf(reading).map((talk) => titleOf(talk, tongue)) : [];
  const { body } = belowTitle(reading.body, readingTitle(reading, tongue));
  return talks.length > 0 ? lineInShort(talks.join(' / ')) : inShort(body);
}

/** How a text begins, in one line. */
export const inShort = (body: Root): string => lineInShort(plainText(body).replace(/\s+/gu, ' '));

function lineInShort(line: string): string {
  const [short = '', ...others] = chunks(plainly(line).toWellFormed(), summaryLength, ' ');
  return others.length === 0 ? short : `${short}…`;
}

/** Headings of the text stand below the view's own. */
const lowered = (body: Root): RootContent[] =>
  body.children.map((node) => (node.type === 'heading' && node.depth < 3 ? { ...node, depth: 3 } : node));

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
