/** Blocks of a tree → Discord's Markdown, cut where there are rules. */
import type { Blockquote, Heading, List, ListItem, Nodes, Parents, Root } from 'mdast';
import { signed } from '../../../src/view/footnote.ts';
import { boxOf, partsOf } from '../../../src/view/point.ts';
import { plainly } from '../../../src/view/safe.ts';
import { tableAsList } from '../../../src/view/table.ts';
import { codeBlock, gap } from '../escape.ts';
import { listLevels } from '../limits.ts';
import { lineOf } from './inline.ts';
import type { Reader } from './inline.ts';

/** Where a node stands. */
interface Context extends Reader {
  /** White space before the points of a list. */
  readonly indent: string;
  /** How many lists it stands in. */
  readonly level: number;
  readonly isQuoted: boolean;
}

/** The texts between the rules of a tree, none of them empty. */
export function textsOf({ children }: Root, reader: Reader): readonly string[] {
  const parts: Nodes[][] = [[]];
  for (const child of children) {
    if (child.type === 'thematicBreak') parts.push([]);
    else parts.at(-1)?.push(child);
  }
  const context: Context = { ...reader, indent: '', level: 0, isQuoted: false };
  return parts.map((nodes) => flow(nodes, context)).filter((text) => text !== '');
}

interface Block {
  readonly type: Nodes['type'];
  readonly text: string;
}

/** An empty line stands between blocks; a heading is near to what it is about, and a list to what announces it. */
function flow(nodes: readonly Nodes[], context: Context): string {
  const blocks = nodes
    .flatMap((node): readonly Nodes[] => (node.type === 'table' ? tableAsList(node) : [node]))
    .map((node): Block => ({ type: node.type, text: write(node, context) }))
    .filter(({ text }) => text !== '');
  return blocks.map((block, index) => between(blocks[index - 1], block) + block.text).join('');
}

function between(before: Block | undefined, { type }: Block): string {
  if (before === undefined) return '';
  const isNear = before.type === 'heading' || (before.type === 'paragraph' && type === 'list');
  return isNear ? '\n' : '\n\n';
}

/** Discord has three sizes, and none within a list or a quote: there a heading is a bold line. */
const deepestHeading = 3;

function heading(node: Heading, context: Context): string {
  const isOnTop = context.level === 0 && !context.isQuoted;
  if (node.depth > deepestHeading || !isOnTop) return lineOf(node, context, { strong: true });
  const title = lineOf(node, context).replaceAll('\n', ' ');
  return title === '' ? '' : `${'#'.repeat(node.depth)} ${title}`;
}

/** Quotes are not shown in one another. */
function blockquote({ children }: Blockquote, context: Context): string {
  const inside = flow(children, { ...context, isQuoted: true });
  return context.isQuoted || inside === '' ? inside : inside.replace(/^/gm, '> ');
}

const list = (node: List, context: Context): string => pointLines(node, context).join('\n');

const pointLines = (node: List, context: Context): readonly string[] =>
  node.children.flatMap((item, index) => {
    const sign = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
    const inside = {
      ...context,
      level: context.level + 1,
      indent: context.level < listLevels ? context.indent + ' '.repeat(sign.length) : context.indent,
    };
    const [first = gap, ...rest] = ownLines(item, context);
    return [
      `${context.indent}${sign}${first}`,
      ...rest.map((line) => inside.indent + line),
      ...belowLines(item, inside),
    ];
  });

/** The paragraphs of an item, a line each. */
function ownLines(item: ListItem, context: Context): readonly string[] {
  const said = partsOf(item)
    .lines.map((node) => lineOf(node, context, { strong: node.type === 'heading' }))
    .filter((line) => line !== '');
  const text = (boxOf(item) + said.join('\n')).trim();
  return text === '' ? [] : text.split('\n');
}

/** A list in an item stands deeper; what else is no line begins where all lines begin, or Discord would not know it. */
const belowLines = (item: ListItem, context: Context): readonly string[] =>
  partsOf(item).below.flatMap((node) => {
    if (node.type === 'list') return pointLines(node, context);
    const text = flow([node], { ...context, indent: '' });
    return text === '' ? [] : text.split('\n');
  });

function code(value: string, lang: string): string {
  const shown = plainly(value.toWellFormed());
  return shown.trim() === '' ? '' : codeBlock(shown, lang);
}

type Handler<N extends Nodes = never> = (node: N, context: Context) => string;

const children = (node: Parents, context: Context): string => flow(node.children, context);

const handlers: { readonly [Type in Nodes['type']]?: Handler<Extract<Nodes, { type: Type }>> } = {
  root: children,
  heading,
  blockquote,
  list,
  listItem: children,
  paragraph: (node, context) => lineOf(node, context),
  code: ({ value, lang }) => code(value, lang ?? ''),
  thematicBreak: () => '',
  footnoteDefinition: (node, context) => children(signed(node), context),
};

/** What is no block of its own is a line. */
function write(node: Nodes, context: Context): string {
  const handler = handlers[node.type] as Handler<Nodes> | undefined;
  if (handler !== undefined) return handler(node, context);
  return lineOf({ type: 'paragraph', children: [node] } as Parents, context);
}
