/** Walking a tree. */
import type { Link, ListItem, Nodes, Paragraph } from 'mdast';

/** Every node below (and including) this one, in the order of the text. */
export function nodesOf(node: Nodes): readonly Nodes[] {
  const found: Nodes[] = [];
  const visit = (one: Nodes): void => {
    found.push(one);
    if ('children' in one) for (const child of one.children) visit(child);
  };
  visit(node);
  return found;
}

export function linksOf(nodes: readonly Nodes[]): readonly Link[] {
  return nodes.flatMap((node) => nodesOf(node).filter((below) => below.type === 'link'));
}

/** List items at any depth, outer ones first. */
export function itemsOf(nodes: readonly Nodes[]): readonly ListItem[] {
  return nodes.flatMap((node) => nodesOf(node).filter((below) => below.type === 'listItem'));
}

/** The first paragraph of a list item: what stands on its own line. */
export function lineOf(item: ListItem): Paragraph | null {
  const [first] = item.children;
  return first?.type === 'paragraph' ? first : null;
}
