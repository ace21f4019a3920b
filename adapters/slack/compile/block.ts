/** Blocks of a tree → Block Kit: short headings as headers, rules as dividers, all else as rich text. */
import type { types } from '@slack/bolt';
import type { Blockquote, Heading, List, ListItem, Nodes, Parents, Root } from 'mdast';
import { signed } from '../../../src/view/footnote.ts';
import { boxOf, partsOf } from '../../../src/view/point.ts';
import { tableAsList } from '../../../src/view/table.ts';
import { runsOf, textRun } from './inline.ts';
import type { Reader } from './inline.ts';
import { blockLimits } from '../limits.ts';
import { joined, merged } from '../rich-text.ts';
import type { RichText, Run } from '../rich-text.ts';

type Block = types.HeaderBlock | types.DividerBlock | types.RichTextBlock;
type Piece = types.HeaderBlock | types.DividerBlock | RichText;

/** Where a node stands. */
interface Context extends Reader {
  /** How many lists it stands in. */
  readonly indent: number;
  readonly isQuoted: boolean;
}

/** `tree` as blocks of a message, a modal or a Home tab; how many and how long they are is for the caller to look at. */
export function blocksOf(tree: Root, reader: Reader): readonly Block[] {
  const pieces = flow(tree, { ...reader, indent: 0, isQuoted: false });
  const blocks: Block[] = [];
  let open: RichText[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push({ type: 'rich_text', elements: [...merged(open)] });
    open = [];
  };
  for (const piece of pieces) {
    if (isRich(piece)) open.push(piece);
    else {
      close();
      blocks.push(piece);
    }
  }
  close();
  return blocks;
}

const isRich = (piece: Piece): piece is RichText => piece.type.startsWith('rich_text_');

const isOnTop = ({ indent, isQuoted }: Context): boolean => indent === 0 && !isQuoted;

const bordered = ({ isQuoted }: Context): { readonly border?: 1 } => (isQuoted ? { border: 1 } : {});

const flow = (parent: Parents, context: Context): readonly Piece[] =>
  parent.children.flatMap((child) => write(child, context));

/** A paragraph of these runs. */
const lines = (runs: readonly Run[], { isQuoted }: Context): readonly RichText[] =>
  runs.length === 0
    ? []
    : [{ type: isQuoted ? 'rich_text_quote' : 'rich_text_section', elements: [...runs] }];

/** Headers of one size only: what stands deeper in the outline is a bold line. */
const deepestHeader = 3;

function heading(node: Heading, context: Context): readonly Piece[] {
  const runs = runsOf(node, context);
  const isPlain = runs.every(({ type, style }) => type === 'text' && style?.code === undefined);
  const title = runs.map((run) => (run.type === 'text' ? run.text.replaceAll('\n', ' ') : '')).join('');
  const isHeader = isOnTop(context) && isPlain && node.depth <= deepestHeader && title.trim() !== '';
  if (!isHeader || title.length > blockLimits.header)
    return lines(runsOf(node, context, { bold: true }), context);
  return [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
}

const blockquote = (node: Blockquote, context: Context): readonly Piece[] =>
  flow(node, { ...context, isQuoted: true });

/** What is no line of an item comes after it, and the list goes on behind that. */
function list(node: List, context: Context): readonly Piece[] {
  const style = node.ordered ? 'ordered' : 'bullet';
  const indent = Math.min(context.indent, blockLimits.listIndent);
  return node.children.flatMap((item, index): readonly Piece[] => {
    const offset = node.ordered ? Math.max(0, (node.start ?? 1) - 1 + index) : 0;
    const { lines: own, below } = partsOf(item);
    const point: RichText = {
      type: 'rich_text_list',
      style,
      elements: [{ type: 'rich_text_section', elements: [...pointRuns(item, own, context)] }],
      ...(indent > 0 ? { indent } : {}),
      ...(offset > 0 ? { offset } : {}),
      ...bordered(context),
    };
    return [point, ...below.flatMap((child) => write(child, { ...context, indent: context.indent + 1 }))];
  });
}

/** The paragraphs of an item, a line each. Slack takes no empty text, and a point without any would lose its number. */
function pointRuns(item: ListItem, own: readonly Nodes[], context: Context): readonly Run[] {
  const paragraphs = own.map((node) => runsOf(node as Parents, context)).filter((runs) => runs.length > 0);
  const runs = joined(paragraphs.flatMap((line, index) => (index === 0 ? line : [textRun('\n'), ...line])));
  const box = boxOf(item);
  if (box !== '') return joined([textRun(box), ...runs]);
  return runs.length === 0 ? [textRun(' ')] : runs;
}

type Handler<N extends Nodes = never> = (node: N, context: Context) => readonly Piece[];

const handlers: { readonly [Type in Nodes['type']]?: Handler<Extract<Nodes, { type: Type }>> } = {
  root: flow,
  heading,
  blockquote,
  list,
  listItem: flow,
  paragraph: (node, context) => lines(runsOf(node, context), context),
  code: ({ value }, context) => {
    const run = textRun(value);
    return run.text === '' ? [] : [{ type: 'rich_text_preformatted', elements: [run], ...bordered(context) }];
  },
  thematicBreak: (_node, context) => (isOnTop(context) ? [{ type: 'divider' }] : []),
  table: (node, context) => tableAsList(node).flatMap((part) => write(part, context)),
  footnoteDefinition: (node, context) => flow(signed(node), context),
};

/** What is no block of its own is a line. */
function write(node: Nodes, context: Context): readonly Piece[] {
  const handler = handlers[node.type] as Handler<Nodes> | undefined;
  if (handler !== undefined) return handler(node, context);
  return lines(runsOf({ type: 'paragraph', children: [node] } as Parents, context), context);
}
