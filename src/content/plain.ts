/** What people read of a tree, without its markup. */
import type { Nodes } from 'mdast';

/** Blocks and list items a line each; alternative texts and code kept, raw HTML left out. */
export function plainText(node: Nodes): string {
  return lines(node)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function lines(node: Nodes): readonly string[] {
  if (node.type === 'tableRow') return [node.children.map(inline).join(' ')];
  if (node.type === 'paragraph' || node.type === 'heading') return inline(node).split('\n');
  if (node.type === 'code') return node.value.split('\n');
  if ('children' in node && !isPhrasing(node)) return node.children.flatMap(lines);
  return inline(node).split('\n');
}

const PHRASING: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

function isPhrasing(node: Nodes): boolean {
  return PHRASING.has(node.type);
}

/** Nodes whose text is for machines. */
const SILENT: ReadonlySet<string> = new Set(['html', 'yaml', 'definition', 'footnoteReference']);

function inline(node: Nodes): string {
  if (SILENT.has(node.type)) return '';
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(inline).join('') : '';
}
