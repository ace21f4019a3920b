/** A file taken apart: its parts with their trees, and what each says of talks. What the rest of the room reads. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Problem, Speaker } from '../model.ts';
import { htmlPhrasing } from './html.ts';
import { inlineOf, type Inline } from './inline.ts';
import { outline, type Part } from './outline.ts';
import { speakersBelow, speakersInComments } from './talk-body.ts';
import { readTalkLine, type TalkLine } from './talk-heading.ts';
import { withoutTemplates } from './template.ts';
import { definitionsOf, readPhrasing, readTree, type Definitions } from './tree.ts';

/** A heading with its own body; the first of a file has level 0 and no heading. */
export interface Chapter {
  readonly level: number;
  /** Raw heading as in the file; of HTML its text. */
  readonly heading: string;
  readonly phrasing: readonly PhrasingContent[];
  readonly inline: Inline;
  /** 1-based line of the heading in the file. */
  readonly line: number;
  readonly body: readonly RootContent[];
  /** Index of the chapter that this one stands in, `null` at the top. */
  readonly parent: number | null;
  readonly read: TalkLine;
  /** Speakers that the body names. */
  readonly below: readonly Speaker[];
}

export interface Chapters {
  readonly chapters: readonly Chapter[];
  readonly problems: readonly Problem[];
}

/** `line`: the 1-based line of the file on which the text starts. */
export function chaptersOf(text: string, line: number): Chapters {
  const plain = withoutTemplates(text);
  const definitions = definitionsOf(plain.split('\n'));
  const parts = outline(plain);
  const parents = parentsOf(parts);
  const rawLines = text.split('\n');
  const trees = parts.map((part) => readTree({ lines: part.lines, start: part.start + line, definitions }));
  const chapters = parts.map((part, index): Chapter => {
    const phrasing = phrasingOf(part, definitions);
    const inline = inlineOf(phrasing);
    const body = trees[index]?.children ?? [];
    return {
      level: part.level,
      heading: part.isHtml ? inline.text : rawHeading(rawLines, part),
      phrasing,
      inline,
      line: part.line + line,
      body,
      parent: parents[index] ?? null,
      read: readTalkLine(inline),
      below: [...speakersBelow(body), ...speakersInComments(part.lines)],
    };
  });
  return { chapters, problems: trees.flatMap(({ problems }) => problems) };
}

function phrasingOf(part: Part, definitions: Definitions): readonly PhrasingContent[] {
  if (part.level === 0) return [];
  if (part.isHtml) return htmlPhrasing(part.heading.replace(/\s+/g, ' ')) as readonly PhrasingContent[];
  return readPhrasing(part.heading, definitions);
}

/** Templates are taken out of headings to read them; whoever looks for a heading has the file before them. */
function rawHeading(rawLines: readonly string[], part: Part): string {
  if (part.level === 0) return '';
  const raw = /^ {0,3}#{1,6}\s*(.*?)(?:\s+#+)?\s*$/.exec(rawLines[part.line] ?? '')?.[1];
  return raw ?? part.heading;
}

/** For each part the index of the one that it stands in. */
function parentsOf(parts: readonly Part[]): readonly (number | null)[] {
  const open: number[] = [];
  return parts.map(({ level }, index) => {
    while (open.length > 0 && (parts[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? null;
    if (level > 0) open.push(index);
    return parent;
  });
}
