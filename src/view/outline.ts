/** The outline of a text that stands below a heading of ours: its levels follow each other, whatever its author chose. */
import type { Heading, Root } from 'mdast';
import { plainText } from '../content/plain.ts';

/** The highest headings come right below level `above`, and each step down is one level. Deeper than 6 there is none. */
export function outlined(tree: Root, above: Heading['depth']): Root {
  const open: number[] = [];
  const levelOf = (depth: number): Heading['depth'] => {
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return Math.min(6, above + open.length) as Heading['depth'];
  };
  const children = tree.children.map((node) =>
    node.type === 'heading' ? { ...node, depth: levelOf(node.depth) } : node,
  );
  return { ...tree, children };
}

/** A text without a first heading that only repeats its title, and the section that begins there. */
export function belowTitle(
  tree: Root,
  title: string,
): { readonly body: Root; readonly section: string | null } {
  const [first, ...children] = tree.children;
  if (first?.type !== 'heading' || plainText(first) !== title) return { body: tree, section: null };
  return { body: { ...tree, children }, section: first.data?.section ?? null };
}
