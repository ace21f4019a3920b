/** One section of a report, or all of it, as a tree to be read in place. */
import type { Heading, ListItem, Root, RootContent } from 'mdast';
import type { Section } from '../model.ts';
import { understand, type Context, type Source, type Understood } from './understood.ts';

/** `path`: titles of the headings above it, outermost first. */
export interface SectionReading {
  readonly section: Section | null;
  readonly path: readonly string[];
  readonly body: Root;
}

/**
 * The tree of one section: without its heading, with those of its subsections that are not talks of their own. For `id`
 * null the whole report, headings and all. `null` if the report has no such section.
 */
export function readSection(source: Source, context: Context, id: string | null): SectionReading | null {
  const understood = understand(source, context);
  if (id === null)
    return {
      section: null,
      path: [],
      body: rootOf(understood.chapters.flatMap((_, index) => chapter(understood, index))),
    };
  const found = understood.placed.find(({ section }) => section.id === id);
  if (!found) return null;
  const body = found.item ? itemBody(found.item) : chapterBody(understood, found.chapter);
  return { section: found.section, path: pathTo(understood, found.section), body: rootOf(body) };
}

function rootOf(children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

function itemBody(item: ListItem): readonly RootContent[] {
  return item.children;
}

/** A chapter with its heading. */
function chapter({ chapters }: Understood, index: number): readonly RootContent[] {
  const one = chapters[index];
  if (!one) return [];
  if (one.level === 0) return one.body;
  const depth = Math.min(6, Math.max(1, one.level)) as Heading['depth'];
  return [{ type: 'heading', depth, children: [...one.phrasing] }, ...one.body];
}

function chapterBody(understood: Understood, index: number): readonly RootContent[] {
  const { chapters, verdicts } = understood;
  const below = chapters.flatMap((_, other): readonly RootContent[] => {
    const isWithin = other > index && belongsTo(understood, other, index);
    return isWithin && verdicts[other]?.isTalk !== true ? chapter(understood, other) : [];
  });
  return [...(chapters[index]?.body ?? []), ...below];
}

/** Does it stand below that chapter, with no talk between them? */
function belongsTo({ chapters, verdicts }: Understood, index: number, ancestor: number): boolean {
  for (
    let parent = chapters[index]?.parent ?? null;
    parent !== null;
    parent = chapters[parent]?.parent ?? null
  ) {
    if (parent === ancestor) return true;
    if (verdicts[parent]?.isTalk === true) return false;
  }
  return false;
}

function pathTo({ placed }: Understood, section: Section): readonly string[] {
  const titles: string[] = [];
  for (let parent = section.parent; parent !== null;) {
    const above: Section | undefined = placed.find((one) => one.section.id === parent)?.section;
    if (!above) break;
    titles.unshift(above.title ?? above.heading);
    parent = above.parent;
  }
  return titles;
}
