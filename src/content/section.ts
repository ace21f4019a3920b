/** One section of a report, or all of it, as a tree to be read in place. */
import type { Heading, Root, RootContent } from 'mdast';
import type { Section } from '../model.ts';
import type { Chapter } from './chapter.ts';
import type { ListTalk } from './talk-list.ts';
import { byItself } from './talk-table.ts';
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
  const trees = treesOf(understood);
  if (id === null) return { section: null, path: [], body: rootOf(trees.flatMap(whole)) };
  const found = understood.placed.find(({ section }) => section.id === id);
  if (!found) return null;
  const body = found.item ? byItself(found.item).children : withParts(found.chapter, trees, understood);
  return { section: found.section, path: pathTo(understood, found.section), body: rootOf(body) };
}

function rootOf(children: readonly RootContent[]): Root {
  return { type: 'root', children: [...children] };
}

/** A chapter to be read: its heading, if it has one, and what stands below. */
interface Tree {
  readonly heading: readonly Heading[];
  readonly body: readonly RootContent[];
}

const whole = ({ heading, body }: Tree): readonly RootContent[] => [...heading, ...body];

/** Ids by where sections begin: a chapter by its index, a talk by its item. */
type Ids = ReadonlyMap<number | ListTalk['item'], string>;

/** The chapters, each node at which a section begins marked with its id. */
function treesOf({ chapters, placed }: Understood): readonly Tree[] {
  const ids: Ids = new Map(placed.map(({ section, chapter, item }) => [item ?? chapter, section.id]));
  return chapters.map((chapter, index) => ({
    heading: chapter.level === 0 ? [] : [marked(headingOf(chapter), ids.get(index))],
    body: chapter.body.map((block) => withMarks(block, ids)),
  }));
}

function headingOf({ level, phrasing }: Chapter): Heading {
  const depth = Math.min(6, Math.max(1, level)) as Heading['depth'];
  return { type: 'heading', depth, children: [...phrasing] };
}

function withMarks(block: RootContent, ids: Ids): RootContent {
  if (block.type === 'list')
    return { ...block, children: block.children.map((item) => marked(item, ids.get(item))) };
  if (block.type === 'table')
    return { ...block, children: block.children.map((row) => marked(row, ids.get(row))) };
  return block;
}

const marked = <Node extends Heading | ListTalk['item']>(node: Node, section: string | undefined): Node =>
  section === undefined ? node : { ...node, data: { ...node.data, section } };

/** The body of a chapter, and all below it that is no talk. */
function withParts(index: number, trees: readonly Tree[], understood: Understood): readonly RootContent[] {
  const parts = trees.filter((_, other) => other > index && belongsTo(understood, other, index));
  return [...(trees[index]?.body ?? []), ...parts.flatMap(whole)];
}

/** Does it stand below that chapter, neither a talk itself nor part of one between them? */
function belongsTo({ chapters, verdicts }: Understood, index: number, ancestor: number): boolean {
  for (let at: number | null = index; at !== null; at = chapters[at]?.parent ?? null) {
    if (at === ancestor) return true;
    if (verdicts[at]?.isTalk === true) return false;
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
