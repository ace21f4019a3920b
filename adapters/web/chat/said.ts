/** What a person typed → a tree: Markdown, as chats read it. What Markdown would hide is shown as it was typed. */
import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import { paragraph, root } from '../../../src/view/build.ts';

const shown: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'link',
  'list',
  'listItem',
  'blockquote',
]);

export const asTyped = (line: string): Root => root(paragraph(line));

export function said(line: string): Root {
  const tree = parseMarkdown(line);
  return isShown(tree) ? tree : asTyped(line);
}

const isShown = (node: Nodes): boolean =>
  shown.has(node.type) &&
  (node.type !== 'code' || (node.value !== '' && !node.meta)) &&
  (node.type !== 'link' || !node.title) &&
  (!('children' in node) || node.children.every(isShown));
