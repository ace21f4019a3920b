/** HTML → its tree, with about as many nodes as it has tags, and spaces as a browser shows them. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { trimSpaces } from './html-space.ts';

/** Nodes inside one another, Markdown's around the HTML among them: whoever walks a tree goes as deep. */
const MAX_DEPTH = 100;

/**
 * Formatting that is left open is opened anew in every block (HTML Standard, 13.2.4.3): a hundred such tags and a
 * thousand paragraphs are a hundred thousand nodes. By another name it ends with its block.
 */
const FORMATTING = /(?<=<\/?)(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;
const MARK = '\u2060';

/** Where HTML stands: its 1-based line, and how many nodes are around it. */
export interface Spot {
  readonly line: number;
  readonly depth: number;
}

/**
 * `null` if it is deeper than anyone writes, or its tables have more cells than it has characters. Throws RangeError if
 * it is deeper than the stack.
 */
export function readHtml(html: string, spot: Spot): Root | null {
  const tree = fromHtml(html.replaceAll(FORMATTING, `$&${MARK}`), { fragment: true });
  if (spot.depth + depth(tree) > MAX_DEPTH || cells(tree) > html.length) return null;
  restore(tree, spot.line - 1);
  trimSpaces(tree);
  return tree;
}

function depth(node: Nodes): number {
  return 'children' in node ? 1 + node.children.reduce((most, child) => Math.max(most, depth(child)), 0) : 0;
}

/** Gives the elements their names back, and moves the tree down by so many lines. */
function restore(node: Nodes, lines: number): void {
  if (node.position) node.position.start.line += lines;
  if (node.type === 'element' && node.tagName.endsWith(MARK)) node.tagName = node.tagName.slice(0, -1);
  if ('children' in node) for (const child of node.children) restore(child, lines);
}

/** How many cells its tables have once those that span several are filled up, and all rows are equally long. */
function cells(node: Nodes): number {
  if (!('children' in node)) return 0;
  const own = node.type === 'element' && node.tagName === 'table' ? area(node) : 0;
  return node.children.reduce((sum, child) => sum + cells(child), own);
}

function area(table: Element): number {
  const rows = below(table, ['tr']);
  const widths = rows.map(() => 0);
  let longest = 0;
  for (const [index, row] of rows.entries())
    for (const { properties } of below(row, ['td', 'th'])) {
      const height = span(properties['rowSpan']);
      longest = Math.max(longest, height);
      for (let at = index; at < Math.min(rows.length, index + height); at += 1)
        widths[at] = (widths[at] ?? 0) + span(properties['colSpan']);
    }
  return Math.max(longest, rows.length * widths.reduce((most, width) => Math.max(most, width), 0));
}

function span(value: unknown): number {
  return Math.max(1, Number.parseInt(String(value), 10) || 1);
}

/** Elements of these names, but for those in a table further inside. */
function below(element: Element, names: readonly string[]): readonly Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return names.includes(child.tagName) ? [child] : below(child, names);
  });
}
