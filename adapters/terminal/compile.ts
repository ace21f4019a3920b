/** A View → lines of text: one handler for each node of the tree. */
import type { List, Nodes, Parents, Root, Table } from 'mdast';
import wrapAnsi from 'wrap-ansi';
import type { Locale, Next, View } from '../../src/port.ts';
import { timeText } from '../../src/view/date.ts';
import { otherHost, plainly, safeUrl } from '../../src/view/safe.ts';
import { words } from '../../src/words/index.ts';
import type { Style } from './style.ts';

export interface Reader {
  readonly style: Style;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
  /** Cells in a line; `null`: lines are as long as they are. */
  readonly columns: number | null;
}

type Handler<N extends Nodes = never> = (node: N, reader: Reader) => string;

/** The tree of a view, the names of its files, and its buttons with their numbers. Ends without a newline. */
export function compile(view: View, reader: Reader): string {
  const buttons = view.next.map(({ label }, index) => button(label, index + 1, reader));
  return [
    blocks(view.body, reader),
    wrap(fileNames(view, reader), reader),
    wrap(buttons.join('  '), reader).replaceAll(unbroken, ' '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const fileNames = ({ files = [] }: View, { locale }: Reader): string =>
  files.length === 0 ? '' : words[locale].terminal.files(files.map(({ name }) => name).join(', '));

/** A button stays on one line. */
const unbroken = '\u00a0';

const button = (label: Next['label'], number: number, { style }: Reader): string =>
  style.button(`[${number}] ${plainly(label)}`.replaceAll(' ', unbroken));

const blocks = (parent: Parents | Root, reader: Reader, gap = '\n\n'): string =>
  parent.children
    .map((child) => write(child, reader))
    .filter((block) => block !== '')
    .join(gap);

const inline = (parent: Parents, reader: Reader): string =>
  parent.children.map((child) => write(child, reader)).join('');

/** Text in lines of at most the reader's columns; a link stays one link, a wide character is two cells. */
const wrap = (text: string, { columns }: Reader): string =>
  columns === null ? text : wrapAnsi(text, columns, { hard: true, trim: true });

/** The reader of what stands behind a marker. */
const behind = (marker: string, reader: Reader): Reader =>
  reader.columns === null ? reader : { ...reader, columns: Math.max(20, reader.columns - marker.length) };

const flow = (parent: Parents, reader: Reader): string => wrap(inline(parent, reader), reader);

const indent = (text: string, first: string, other = ' '.repeat(first.length)): string =>
  text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : other}${line}`.trimEnd())
    .join('\n');

function list(node: List, reader: Reader): string {
  const items = node.children.map((item, index) => {
    const marker = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
    return indent(blocks(item, behind(marker, reader), '\n'), marker);
  });
  const isAiry = node.children.some((item) => item.children.length > 1);
  return items.join(isAiry ? '\n\n' : '\n');
}

const table = (node: Table, reader: Reader): string =>
  node.children.map((row) => row.children.map((cell) => inline(cell, reader)).join(' | ')).join('\n');

function link(url: string, label: string, { style }: Reader): string {
  const safe = safeUrl(url);
  if (safe === null) return label;
  const host = otherHost(label, safe);
  const honest = host === null ? label : `${label} (${host})`;
  return style.link(safe, honest === '' ? safe : honest);
}

/** Nodes that are no part of a view (front matter, raw HTML, definitions) show nothing. */
const nothing = (): string => '';

const handlers: { readonly [Type in Nodes['type']]: Handler<Extract<Nodes, { type: Type }>> } = {
  root: (node, reader) => blocks(node, reader),
  paragraph: flow,
  heading: (node, reader) => reader.style.title(flow(node, reader)),
  blockquote: (node, reader) => indent(blocks(node, behind('│ ', reader)), '│ ', '│ '),
  list,
  listItem: (node, reader) => blocks(node, reader, '\n'),
  code: (node, { style }) => indent(plainly(node.value).split('\n').map(style.code).join('\n'), '    '),
  thematicBreak: () => '───',
  table,
  tableRow: inline,
  tableCell: inline,
  text: (node) => plainly(node.value),
  strong: (node, reader) => reader.style.strong(inline(node, reader)),
  emphasis: (node, reader) => inline(node, reader),
  delete: (node, reader) => reader.style.struck(inline(node, reader)),
  inlineCode: (node, { style }) => style.code(plainly(node.value)),
  break: () => '\n',
  link: (node, reader) => link(node.url, inline(node, reader), reader),
  image: (node, reader) => link(node.url, plainly(node.alt ?? ''), reader),
  linkReference: inline,
  imageReference: (node) => plainly(node.alt ?? ''),
  footnoteReference: (node) => `[${plainly(node.label ?? node.identifier)}]`,
  footnoteDefinition: (node, reader) =>
    indent(blocks(node, reader), `[${plainly(node.label ?? node.identifier)}] `),
  time: (node, reader) => timeText(node, reader),
  mention: (node) => `@${plainly(node.name)}`,
  html: nothing,
  yaml: nothing,
  definition: nothing,
};

function write(node: Nodes, reader: Reader): string {
  const handler = handlers[node.type] as Handler<Nodes>;
  return handler(node, reader);
}
