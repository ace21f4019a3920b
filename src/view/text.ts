/** A tree as plain text, for places that know nothing else: a notification, a screen reader, a field. */
import type { Nodes, Root } from 'mdast';
import { plainText } from '../content/plain.ts';
import type { Locale } from '../port.ts';
import { text } from './build.ts';
import { timeText } from './date.ts';
import type { Time } from './node.ts';
import { plainly } from './safe.ts';

/** For readers everywhere: the place's own clock, and its zone. */
export const placeTimeText = (time: Time, locale: Locale): string => {
  const said = timeText(time, { locale, zone: time.zone });
  return time.value.length === 10 ? said : `${said} (${time.zone})`;
};

/** Blocks and list items a line each. */
export const viewText = (tree: Root, locale: Locale): string => plainly(plainText(worded(tree, locale)));

/** A tree whose times and mentions are text. */
export const worded = (tree: Root, locale: Locale): Root =>
  inWords(tree, (time) => placeTimeText(time, locale)) as Root;

/** The same for readers in one zone (IANA name). */
export const wordedFor = (tree: Root, reader: { readonly locale: Locale; readonly zone: string }): Root =>
  inWords(tree, (time) => timeText(time, reader)) as Root;

function inWords(node: Nodes, say: (time: Time) => string): Nodes {
  if (node.type === 'time') return text(say(node));
  if (node.type === 'mention') return text(`${node.of === 'channel' ? '#' : '@'}${node.name}`);
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => inWords(child, say)) } as Nodes;
}
