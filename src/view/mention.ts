/** Names of people, roles and channels that a message mentions → plain text: what is read of a chat can never ping. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Hash } from '../port.ts';
import { text } from './build.ts';
import type { Mention } from './node.ts';
import { plainly } from './safe.ts';

export interface Names {
  /** What the platform calls them, without a sign before it; `null` if it does not say. */
  readonly nameOf: (who: Pick<Mention, 'of' | 'id'>) => Promise<string | null>;
  readonly hash: Hash;
}

const signs: Readonly<Record<Mention['of'], string>> = { person: '@', role: '@', channel: '#' };

/** The tree with every mention as text: `@花子`, `#general`. Each name is asked for once. */
export async function withNames(tree: Root, names: Names): Promise<Root> {
  const asked = new Map<string, Promise<string>>();
  const shown = (mention: Mention): Promise<string> => {
    const key = `${mention.of} ${mention.id}`;
    const known = asked.get(key) ?? mentionText(mention, names);
    asked.set(key, known);
    return known;
  };
  return (await replaced(tree, async (mention) => ({
    ...text(await shown(mention)),
    ...(mention.of === 'person' && { data: { person: mention.id } }),
  }))) as Root;
}

/** What is said to the bot may be about someone, or a channel: they stay mentions, by their names. A role is text. */
export const withNamed = async (tree: Root, names: Names): Promise<Root> =>
  (await replaced(tree, async (mention) =>
    mention.of === 'role'
      ? text(await mentionText(mention, names))
      : { ...mention, name: (await nameIn(mention, names)) || unknown(mention, names) },
  )) as Root;

/** A name that nobody knows is `@unknown-1a2b`, the same for the same id in every text. */
async function mentionText(mention: Mention, names: Names): Promise<string> {
  const name = await nameIn(mention, names);
  return name === '' ? unknownName(mention.id, names.hash) : `${signs[mention.of]}${name}`;
}

const nameIn = async (mention: Mention, { nameOf }: Names): Promise<string> =>
  plainly((await nameOf(mention)) ?? mention.name);

const unknown = ({ id }: Mention, { hash }: Names): string => unknownName(id, hash).slice(1);

/** What somebody is called whom nobody knows: `@unknown-1a2b`. */
export const unknownName = (id: string, hash: Hash): string => `@unknown-${fourHex(hash(id))}`;

/** Of a name in `[a-z0-9]`. */
const fourHex = (name: string): string =>
  (Number.parseInt(name, 36) % 0x1_0000).toString(16).padStart(4, '0');

async function replaced(tree: Nodes, write: (mention: Mention) => Promise<PhrasingContent>): Promise<Nodes> {
  const mentions = mentionsIn(tree);
  if (mentions.length === 0) return tree;
  const written = await Promise.all(mentions.map(async (each) => [each, await write(each)] as const));
  return swapped(tree, new Map(written));
}

const mentionsIn = (node: Nodes): readonly Mention[] => {
  if (node.type === 'mention') return [node];
  return 'children' in node ? node.children.flatMap(mentionsIn) : [];
};

function swapped(node: Nodes, written: ReadonlyMap<Nodes, PhrasingContent>): Nodes {
  if (!('children' in node)) return written.get(node) ?? node;
  return { ...node, children: node.children.map((child) => swapped(child, written)) } as Nodes;
}

/** The first one of that kind; `null`: there is none. */
export function firstMention(node: Nodes, of: string): Mention | null {
  if (node.type === 'mention') return node.of === of ? node : null;
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = firstMention(child, of);
    if (found !== null) return found;
  }
  return null;
}

/** The tree without these very mentions. */
export const withoutMentions = (tree: Root, mentions: readonly (Mention | null)[]): Root =>
  without(tree, mentions) as Root;

function without(node: Nodes, mentions: readonly unknown[]): Nodes {
  if (!('children' in node)) return node;
  const children = node.children
    .filter((child) => !mentions.includes(child))
    .map((child) => without(child, mentions));
  return { ...node, children } as Nodes;
}
