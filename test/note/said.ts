/** Conversations to print in tests, and what the importer makes of the file. */
import { hash } from '../../adapters/hash/index.ts';
import { readReport } from '../../src/content/report.ts';
import type { Report } from '../../src/model.ts';
import type { Entry, Manuscript, NotedEvent } from '../../src/note/manuscript.ts';
import { mergeNote } from '../../src/note/merge.ts';
import { notePath, printRegion, writeHeader } from '../../src/note/print.ts';
import { paragraph, root } from '../../src/view/build.ts';
import { entry } from './conversation.ts';

export const key = 'abcdefghi2';

export const night: NotedEvent = {
  title: 'コンテナの夜 #12',
  day: '2027-03-10',
  url: 'https://docker.connpass.com/event/123/',
  series: 'コンテナの夜',
  number: 12,
  place: '中央公民館',
  tags: ['docker'],
  talks: [
    { title: 'BuildKit入門', speakers: ['山田花子'], minutes: 20 },
    { title: 'Foo by Bar', speakers: ['@bob'], minutes: null },
  ],
};

const begins = Date.parse('2027-03-10T10:00:00Z');

/** A line of somebody's, so many minutes after seven in the evening in Tokyo. */
export const line = (author: string | null, minute: number, said: string | Partial<Entry>): Entry => ({
  ...entry({ id: `M${minute}`, author, at: new Date(begins + minute * 60_000) }),
  ...(typeof said === 'string' ? { body: root(paragraph(said)) } : said),
});

/** One line after the other, ten minutes apart, by turns. */
export const turns = (...said: readonly (string | Partial<Entry>)[]): readonly Entry[] =>
  said.map((each, index) => line(index % 2 === 0 ? 'hanako' : 'ken', 10 * index, each));

export const manuscript = (facts: Partial<Manuscript> = {}): Manuscript => ({
  key,
  title: 'BuildKit の夜',
  heading: null,
  event: null,
  tags: [],
  locale: 'en',
  zone: 'Asia/Tokyo',
  entries: [],
  withheld: 0,
  source: { platform: 'slack', url: null },
  ...facts,
});

/** The whole file, as it is made where there is none. */
export const fileOf = (facts: Partial<Manuscript>, before: string | null = null): string => {
  const note = manuscript(facts);
  const inner = printRegion(note, 'reports/note.md');
  return mergeNote({ before, header: writeHeader(note), key, url: note.source.url, inner, hash }).text;
};

export const readFile = (text: string): Report =>
  readReport({ path: notePath(manuscript(), 'reports'), text }, { zone: 'Asia/Tokyo', hash });

export interface FoundTalk {
  readonly title: string | null;
  readonly speakers: readonly string[];
  readonly slides: readonly string[];
}

export const talksIn = (text: string): readonly FoundTalk[] =>
  readFile(text)
    .sections.filter(({ isTalk }) => isTalk)
    .map(({ title, speakers, slides }) => ({
      title,
      speakers: speakers.map(({ name, handle }) => name ?? `@${handle ?? ''}`),
      slides,
    }));
