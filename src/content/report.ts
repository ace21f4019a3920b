/** A Markdown file → what it says: the front of this room. */
import type { Root } from 'mdast';
import type { Hash } from '../port.ts';
import type { Report, Section } from '../model.ts';
import { readFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { plainText } from './plain.ts';

/** A file: its path below the content folder, with `/`, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Context {
  /** IANA name: what a time without a zone means. */
  readonly zone: string;
  readonly hash: Hash;
}

/** A section (or the whole report) to be read in place. `path`: titles of the headings above it, outermost first. */
export interface SectionReading {
  readonly section: Section | null;
  readonly path: readonly string[];
  readonly body: Root;
}

/** Understands a report. Never throws: what is not understood is text, with a problem that says so. */
export function readReport(source: Source, context: Context): Report {
  const header = readFrontMatter(source.text);
  const title = header.data['title'];
  return {
    id: context.hash(source.path),
    file: source.path,
    title: typeof title === 'string' ? title : source.path,
    date: null,
    meetup: { date: null, series: null, number: null, city: null, url: null },
    sections: [],
    tags: [],
    language: null,
    links: [],
    mentioned: [],
    text: plainText(parseMarkdown(header.body)),
    isTalk: false,
    speakers: [],
    slides: [],
    hidden: false,
    problems: header.problems,
  };
}

/** The tree of one section of a report, or of the whole report (`id` null); `null` if it has no such section. */
export function readSection(source: Source, context: Context, id: string | null): SectionReading | null {
  const header = readFrontMatter(source.text);
  if (id !== null && context.zone) return null;
  return { section: null, path: [], body: parseMarkdown(header.body) };
}
