/** A tree as one text, in which what stands in several nodes is found as people read it. */
import type { Nodes, Root } from 'mdast';

/** A part of a text, from its first code unit to the one behind its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface WholeText {
  readonly text: string;
  /** Where the nodes stand that are text themselves, in its order. */
  readonly parts: ReadonlyMap<Nodes, Stretch>;
}

const PHRASING: ReadonlySet<string> = new Set([
  'text',
  'inlineCode',
  'break',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

/** They are not parts of a word, whatever they touch. */
const APART: ReadonlySet<string> = new Set(['inlineCode', 'link', 'linkReference']);

/** Blocks a line each. Code that is one word stands on the line of what it follows: `password:`, and the value below. */
export function wholeText(tree: Nodes): WholeText {
  const parts = new Map<Nodes, Stretch>();
  let text = '';
  let gap = '';
  const visit = (node: Nodes): void => {
    const isApart = APART.has(node.type);
    if (isApart && gap === '' && text !== '') gap = ' ';
    const own = node.type === 'break' ? '\n' : 'value' in node ? node.value : null;
    if (own !== null) {
      const isWord = node.type === 'code' && gap !== '' && !/\s/u.test(own.trim());
      text += isWord ? ' ' : gap;
      gap = '';
      parts.set(node, { from: text.length, to: text.length + own.length });
      text += own;
    }
    if ('children' in node) for (const child of node.children) visit(child);
    if (!PHRASING.has(node.type) && text !== '') gap = '\n';
    else if (isApart) gap = ' ';
  };
  visit(tree);
  return { text, parts };
}

/** Of the whole text: what is to stand there instead. */
export interface Replacement extends Stretch {
  readonly by: string;
}

/** Never over each other, in the order of the text. A node of which nothing is left is left out. */
export function replaced(tree: Root, { parts }: WholeText, replacements: readonly Replacement[]): Root {
  const replace = (node: Nodes): readonly Nodes[] => {
    const part = parts.get(node);
    if (part !== undefined) return replacedPart(node, part, replacements);
    if (!('children' in node)) return [node];
    const children = node.children.flatMap(replace);
    const isGone = children.length === 0 && node.children.length > 0 && node.type !== 'tableCell';
    return isGone ? [] : [{ ...node, children } as Nodes];
  };
  return { ...tree, children: tree.children.flatMap(replace) } as Root;
}

function replacedPart(
  node: Nodes,
  { from, to }: Stretch,
  replacements: readonly Replacement[],
): readonly Nodes[] {
  const within = replacements.filter((each) => each.from < to && each.to > from);
  if (within.length === 0) return [node];
  if (!('value' in node)) return [];
  let rest = from;
  let value = '';
  for (const each of within) {
    value += node.value.slice(rest - from, Math.max(each.from, from) - from);
    if (each.from >= from) value += each.by;
    rest = each.to;
  }
  value += node.value.slice(Math.min(rest, to) - from);
  return value === '' ? [] : [{ ...node, value }];
}
