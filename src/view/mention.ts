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
  return (await replaced(tree, async (mention) => text(await shown(mention)))) as Root;
}

/** What is said to the bot may be about someone: people stay mentions, by their names. All else is text. */
export const withPeople = async (tree: Root, names: Names): Promise<Root> =>
  (await replaced(tree, async (mention) =>
    mention.of === 'person'
      ? { ...mention, name: plainly((await names.nameOf(mention)) ?? mention.name) }
      : text(await mentionText(mention, names)),
  )) as Root;

/** A name that nobody knows is `@unknown-1a2b`, the same for the same id in every text. */
async function mentionText(mention: Mention, { nameOf, hash }: Names): Promise<string> {
  const name = plainly((await nameOf(mention)) ?? mention.name);
  return name === '' ? `@unknown-${fourHex(hash(mention.id))}` : `${signs[mention.of]}${name}`;
}

/** Of a name in `[a-z0-9]`. */
const fourHex = (name: string): string =>
  (Number.parseInt(name, 36) % 0x1_0000).toString(16).padStart(4, '0');

async function replaced(node: Nodes, write: (mention: Mention) => Promise<PhrasingContent>): Promise<Nodes> {
  if (node.type === 'mention') return write(node);
  if (!('children' in node)) return node;
  const children = await Promise.all(node.children.map((child) => replaced(child, write)));
  return { ...node, children } as Nodes;
}
