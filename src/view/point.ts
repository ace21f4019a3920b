/** A point of a list where points hold only lines, as in chats. */
import type { BlockContent, DefinitionContent, Heading, ListItem, Paragraph } from 'mdast';

interface Parts {
  readonly lines: readonly (Paragraph | Heading)[];
  /** A quote, code or list comes after the lines, and whatever follows it, too. */
  readonly below: readonly (BlockContent | DefinitionContent)[];
}

export function partsOf({ children }: ListItem): Parts {
  const at = children.findIndex((child) => !isLine(child));
  const own = at < 0 ? children : children.slice(0, at);
  return { lines: own.filter(isLine), below: at < 0 ? [] : children.slice(at) };
}

const isLine = (node: BlockContent | DefinitionContent): node is Paragraph | Heading =>
  node.type === 'paragraph' || node.type === 'heading';

/** What is done, and what is still to do. */
export const boxOf = ({ checked }: ListItem): string =>
  typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : '';
