/** People whom a text names with an `@`, where the chat made no mention of it: their names are known for theirs. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Person } from '../port.ts';
import { text } from './build.ts';

export type Named = Pick<Person, 'id' | 'name'>;

/** The tree, in which `@花子` is a text of its own, with `data.person`. Code stays as it is. */
export function withPeople(tree: Root, people: readonly Named[]): Root {
  const ids = new Map(people.filter(({ name }) => name !== '').map(({ id, name }) => [`@${name}`, id]));
  if (ids.size === 0) return tree;
  // The longer first: 花子 may be called so beside 花子さん.
  const names = [...ids.keys()].toSorted((one, other) => other.length - one.length);
  return marked(tree, {
    ids,
    sign: new RegExp(`(${names.map((name) => RegExp.escape(name)).join('|')})`, 'u'),
  }) as Root;
}

interface Known {
  readonly ids: ReadonlyMap<string, string>;
  readonly sign: RegExp;
}

function marked(node: Nodes, known: Known): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child): readonly Nodes[] =>
    child.type === 'text' && child.data === undefined ? parted(child.value, known) : [marked(child, known)],
  );
  return { ...node, children } as Nodes;
}

const parted = (said: string, { ids, sign }: Known): readonly PhrasingContent[] =>
  said
    .split(sign)
    .filter((part) => part !== '')
    .map((part) => {
      const person = ids.get(part);
      return person === undefined ? text(part) : { ...text(part), data: { person } };
    });
