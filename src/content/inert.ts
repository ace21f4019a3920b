/**
 * Markdown in which no site generator finds anything to run: what people typed is shown as they typed it. Jekyll, Hugo
 * and others run what stands between braces, in code as well, and let HTML through.
 */
import type { Code, Html, InlineCode, Nodes, Paragraph, Root, Text } from 'mdast';
import { printWords } from './markdown.ts';

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

/**
 * What begins a tag or a comment of Liquid or Nunjucks, or a shortcode of Hugo, or one of the comments by which the bot knows its
 * own part of a file. In code an entity would be shown as such: such code is written in HTML.
 */
const TAG = /\{[{%#]|<!--\s*notes:/iu;

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

/** Prints a tree. HTML in it is text, braces are entities outside of code, and code with tags is HTML. */
export function printInert(tree: Root): string {
  return printWords(inert(tree, tree) as Root).replace(/\\[\s\S]|[{}\uFDD0\uFDD1]/gu, spelled);
}

/** A sign behind a backslash belongs to it; two backslashes are one that stands for itself. */
const spelled = (sign: string): string =>
  SPELLED[sign] ?? (/^\\[\uFDD0\uFDD1]$/u.test(sign) ? `\\${SPELLED[sign.slice(1)] ?? ''}` : sign);

function inert(node: Nodes, parent: Nodes): Nodes {
  if (node.type === 'html') return asText(node.value, parent);
  if (node.type === 'code' || node.type === 'inlineCode') {
    const code = node.type === 'code' ? node : { ...node, value: onOneLine(node.value) };
    return TAG.test(code.value) ? htmlOf(code) : { ...code, value: held(code.value) };
  }
  const plain = withoutHeld(node);
  if (!('children' in plain)) return plain;
  return { ...plain, children: plain.children.map((child) => inert(child, node)) } as Nodes;
}

/** With entities for all that could be markup: of a block every sign that HTML has a meaning for and fences, of a word every sign. */
function htmlOf(node: Code | InlineCode): Html {
  if (node.type === 'inlineCode') {
    // What reads HTML drops spaces at the ends of code: one keeps words apart, and more would mean something at the ends of lines.
    const code = entities(node.value.trim(), /[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]/gu);
    const [before, after] = [/^\s/u, /\s$/u].map((end) => (end.test(node.value) ? ' ' : ''));
    return { type: 'html', value: `${before}<code>${code}</code>${after}` };
  }
  const language = /^[\w+#.-]{1,30}$/u.test(node.lang ?? '') ? ` class="language-${node.lang ?? ''}"` : '';
  return {
    type: 'html',
    value: `<pre><code${language}>${entities(node.value, /[&<>"{}]|`(?=``)|~(?=~~)/gu)}\n</code></pre>`,
  };
}

/** As Markdown reads it: an empty line would end the paragraph around it. */
const onOneLine = (code: string): string => code.replaceAll(/\s*[\r\n]\s*/gu, ' ');

const entities = (code: string, which: RegExp): string =>
  unheld(code).replace(which, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

function asText(value: string, parent: Nodes): Paragraph | Text {
  const text: Text = { type: 'text', value: unheld(value) };
  return LINES.has(parent.type) ? text : { type: 'paragraph', children: [text] };
}

const unheld = (text: string): string => text.replace(/[\uFDD0\uFDD1]/gu, '');

const held = (code: string): string => unheld(code).replace(/[{}]/gu, (brace) => HELD[brace] ?? brace);

/** Entities are not read in `<https://…>`: there, and in every other address, braces are written as bytes. */
function withoutHeld<Node extends Nodes>(node: Node): Node {
  const changed = Object.entries(node).flatMap(([key, value]) => {
    if (typeof value !== 'string' || !HOLDABLE.test(value)) return [];
    const text = unheld(value);
    return [[key, key === 'url' ? text.replaceAll('{', '%7B').replaceAll('}', '%7D') : text] as const];
  });
  return changed.length === 0 ? node : { ...node, ...Object.fromEntries(changed) };
}

const HOLDABLE = /[{}\uFDD0\uFDD1]/u;
