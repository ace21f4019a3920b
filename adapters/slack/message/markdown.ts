/** Markdown that another app sent as such → blocks of a tree. What Markdown would hide, or run, is shown as it was typed. */
import type { Nodes, RootContent } from 'mdast';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import { paragraph } from '../../../src/view/build.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import { paragraphsOf } from './inline.ts';

const shown: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'code',
  'thematicBreak',
  'text',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
  'break',
  'link',
]);

export function flowOfMarkdown(source: string): readonly RootContent[] {
  const tree = parseMarkdown(source);
  if (isShown(tree)) return tree.children;
  return paragraphsOf([{ type: 'text', text: source }]).map((line) => paragraph(...line));
}

const isShown = (node: Nodes): boolean =>
  shown.has(node.type) &&
  (node.type !== 'link' || safeUrl(node.url) !== null) &&
  (!('children' in node) || node.children.every(isShown));
