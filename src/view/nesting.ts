/** Lists of a chat are flat, and each point says how deep it stands; in a tree they stand in one another. */
import type { BlockContent, List, ListItem } from 'mdast';
import { bullets, numbered } from './build.ts';

/** Points that follow each other. */
export interface Points {
  readonly indent: number;
  /** The number of the first; `null` where they have none. */
  readonly start: number | null;
  readonly items: readonly ListItem[];
}

/** Lists that may go on, outermost first. */
export type OpenLists = readonly { readonly list: List; readonly indent: number }[];

/** Puts points where they belong, at the end of `flow` if in no other list; returns the lists that are open after it. */
export function placed({ indent, start, items }: Points, open: OpenLists, flow: BlockContent[]): OpenLists {
  const around = open.filter((level) => level.indent < indent);
  const same = open.find((level) => level.indent === indent);
  if (same !== undefined && same.list.ordered === (start !== null)) {
    same.list.children.push(...items);
    return [...around, same];
  }
  const list = start === null ? bullets(items) : numbered(start, items);
  (around.at(-1)?.list.children.at(-1)?.children ?? flow).push(list);
  return [...around, { list, indent }];
}
