/** How a section of a talk begins in what the bot writes: in the shape that the importer reads best. */
import type { Heading, Link, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { Words } from '../words/index.ts';
import { readTalkLine } from './talk-heading.ts';

export interface WrittenTalk {
  readonly title: string;
  readonly speakers: readonly string[];
  /** Slides and recordings. */
  readonly links: readonly string[];
  /** Which talk it is, from 1. */
  readonly number: number;
  readonly depth: Heading['depth'];
}

/** A heading that says by its number that it is a talk, a line that names who spoke, and one for each link. */
export function talkSection(
  { title, speakers, links, number, depth }: WrittenTalk,
  said: Pick<Words['draft'], 'talk' | 'speaker' | 'slides' | 'video'>,
): readonly RootContent[] {
  const line = asRead(title.replace(/\s+/gu, ' ').trim(), said.talk(number));
  const names = speakers.join(' & ');
  return [
    { type: 'heading', depth, children: [text(line)] },
    ...(names === '' ? [] : [paragraph(text(`${said.speaker}: ${names}`))]),
    ...links.map((url) =>
      paragraph(text(`${VIDEO.test(new URL(url).hostname) ? said.video : said.slides}: `), link(url)),
    ),
  ];
}

const VIDEO = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|nicovideo\.jp)$/u;

const QUOTES = ['『』', '「」', '“”', '〝〟'];

/** The heading of a talk by which its title is read as it is: `Foo by Bar` without quotes would be Bar's. */
function asRead(title: string, slot: string): string {
  const writings = [title, ...QUOTES.map(([open, close]) => `${open}${title}${close}`)].map(
    (writing) => `${slot}: ${writing}`,
  );
  const isRead = (line: string): boolean => {
    const read = readTalkLine({ text: line, links: [] });
    return read.isSlot && read.title === title && read.speakers.length === 0;
  };
  return writings.find(isRead) ?? `${slot}: ${title}`;
}

const text = (value: string): Text => ({ type: 'text', value });

const link = (url: string): Link => ({ type: 'link', url, children: [text(url)] });

const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
