/** Short names for the nodes of mdast, so that a view reads like what it shows. */
import type {
  BlockContent,
  Blockquote,
  Emphasis,
  Heading,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import type { Mention, Time } from './node.ts';

/** Text stands for itself; missing parts are left out, so that a view can be written with `condition && node`. */
type Part = PhrasingContent | string | false | null | undefined;

const isPart = (part: Part): part is PhrasingContent | string =>
  part !== false && part !== null && part !== undefined;

const phrasing = (parts: readonly Part[]): PhrasingContent[] =>
  parts.filter(isPart).map((part) => (typeof part === 'string' ? text(part) : part));

export const text = (value: string): Text => ({ type: 'text', value });

export const code = (value: string): InlineCode => ({ type: 'inlineCode', value });

export const strong = (...parts: readonly Part[]): Strong => ({ type: 'strong', children: phrasing(parts) });

export const emphasis = (...parts: readonly Part[]): Emphasis => ({
  type: 'emphasis',
  children: phrasing(parts),
});

export const link = (url: string, ...parts: readonly Part[]): Link => ({
  type: 'link',
  url,
  children: phrasing(parts),
});

/** An instant (RFC 3339) or a whole day (`YYYY-MM-DD`) that happens in `zone`. */
export const time = (value: string, zone: string, style: Time['style']): Time => ({
  type: 'time',
  value,
  zone,
  style,
});

/** Notifies someone: for commands that were asked to. */
export const person = (id: string, name: string): Mention => ({ type: 'mention', of: 'person', id, name });

export const paragraph = (...parts: readonly Part[]): Paragraph => ({
  type: 'paragraph',
  children: phrasing(parts),
});

export const heading = (depth: Heading['depth'], ...parts: readonly Part[]): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(parts),
});

export const quote = (...children: readonly BlockContent[]): Blockquote => ({
  type: 'blockquote',
  children: [...children],
});

export const item = (...children: readonly BlockContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [...children],
});

export const bullets = (items: readonly ListItem[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: [...items],
});

/** A numbered list; `start` is the number of its first item. */
export const numbered = (start: number, items: readonly ListItem[]): List => ({
  type: 'list',
  ordered: true,
  start,
  spread: false,
  children: [...items],
});

export const root = (...children: readonly (RootContent | false | null | undefined)[]): Root => ({
  type: 'root',
  children: children.filter((child) => child !== false && child !== null && child !== undefined),
});

/** Groups of parts with a separator between those that have any. */
export function joined(separator: string, groups: readonly (readonly Part[])[]): PhrasingContent[] {
  return groups
    .map(phrasing)
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [text(separator), ...group]));
}
