/**
 * Markdown in which no site generator finds anything to run: what people typed is shown as they typed it. Jekyll, Hugo
 * and others run what stands between braces, in code as well, and let HTML through.
 */
import type { Nodes, Paragraph, Root, Text } from 'mdast';
import { printMarkdown } from './markdown.ts';

/** Two code points that no text has (Unicode 23.7) stand for the braces of code while all others are replaced. */
const HELD: Readonly<Record<string, string>> = { '{': '\uFDD0', '}': '\uFDD1' };
const SPELLED: Readonly<Record<string, string>> = {
  '{': '&#123;',
  '\\{': '&#123;',
  '}': '&#125;',
  '\\}': '&#125;',
  '\uFDD0': '{',
  '\uFDD1': '}',
};

/** What begins a tag of Liquid, or a shortcode of Hugo. In code an entity would be shown as such, so it becomes text. */
const TAG = /\{[{%]/u;

const LINES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

/** Prints a tree. HTML in it is text, braces are entities outside of code, and code with tags is text. */
export function printInert(tree: Root): string {
  return printMarkdown(inert(tree, tree) as Root).replace(/\\[\s\S]|[{}\uFDD0\uFDD1]/gu, spelled);
}

/** A sign behind a backslash belongs to it; two backslashes are one that stands for itself. */
const spelled = (sign: string): string =>
  SPELLED[sign] ?? (/^\\[\uFDD0\uFDD1]$/u.test(sign) ? `\\${SPELLED[sign.slice(1)] ?? ''}` : sign);

function inert(node: Nodes, parent: Nodes): Nodes {
  if (node.type === 'html') return asText(node.value, parent);
  if (node.type === 'code' || node.type === 'inlineCode')
    return TAG.test(node.value) ? asText(node.value, parent) : { ...node, value: held(node.value) };
  const plain = withoutHeld(node);
  if (!('children' in plain)) return plain;
  return { ...plain, children: plain.children.map((child) => inert(child, node)) } as Nodes;
}

function asText(value: string, parent: Nodes): Paragraph | Text {
  const text: Text = { type: 'text', value: unheld(value) };
  return LINES.has(parent.type) ? text : { type: 'paragraph', children: [text] };
}

const unheld = (text: string): string => text.replace(/[\uFDD0\uFDD1]/gu, '');

const held = (code: string): string => unheld(code).replace(/[{}]/gu, (brace) => HELD[brace] ?? brace);

/** Entities are not read in `<https://…>`: there, and in every other address, braces are written as bytes. */
function withoutHeld<Node extends Nodes>(node: Node): Node {
  const texts = Object.entries(node).map(([key, value]) => {
    if (typeof value !== 'string' || key === 'type') return [key, value] as const;
    const text = unheld(value);
    return [key, key === 'url' ? text.replaceAll('{', '%7B').replaceAll('}', '%7D') : text] as const;
  });
  return Object.fromEntries(texts) as unknown as Node;
}
