/** What people are called in a note: as they want to be, or as the community does it, and two of one name can be told apart. */
import type { Nodes, Root, Text } from 'mdast';
import type { Person } from '../port.ts';
import { plainly } from '../view/safe.ts';
import { words } from '../words/index.ts';
import { isHiddenName } from '../search/people.ts';
import type { Rules } from './select.ts';

export interface Naming {
  /** `null`: by no name. */
  readonly nameOf: (person: Pick<Person, 'id' | 'name'>) => string | null;
  /** The tree, in which everyone is called so, and nobody's id is left. */
  readonly named: (tree: Root) => Root;
}

/** `mayName`: may this one be named at all? */
export function createNaming(rules: Rules, mayName: (id: string) => boolean): Naming {
  const chosen = new Map(
    rules.consents
      .filter(({ who }) => who.platform === rules.platform)
      .flatMap(({ who, name }) => (name === null ? [] : [[who.id, name] as const])),
  );
  const given = new Map<string, string | null>();
  const taken = new Set<string>();

  const nameOf = ({ id, name }: Pick<Person, 'id' | 'name'>): string | null => {
    const before = given.get(id);
    if (before !== undefined) return before;
    const wanted = mayName(id) ? plainName(chosen.get(id) ?? usual(name, rules)) : '';
    const own = wanted === '' ? null : apart(wanted, taken);
    given.set(id, own);
    return own;
  };

  const { nobody } = words[rules.locale].note;
  const called = (node: Text): Text => {
    const { data: { person: id } = {}, value } = node;
    if (id === undefined) return { type: 'text', value };
    const name = nameOf({ id, name: value.replace(/^@/u, '') });
    return { type: 'text', value: `@${name ?? nobody}` };
  };
  return { nameOf, named: (tree) => renamed(tree, called) as Root };
}

/** Names are one line, and disguise nothing. */
const plainName = (name: string): string => plainly(name).replaceAll(/\s+/gu, ' ').trim();

function usual(name: string, { names, people }: Rules): string {
  if (names === 'none' || isHiddenName(name, people)) return '';
  return names === 'initials' ? initials(name) : name;
}

/** `Hanako Yamada` → `H. Y.`, `山田 花子` → `山`. */
function initials(name: string): string {
  const plain = plainName(name);
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(plain)
    ? firstOf(plain)
    : dotted(plain);
}

const dotted = (name: string): string =>
  name
    .split(' ')
    .map((part) => firstOf(part))
    .filter((part) => part !== '')
    .map((part) => `${part.toUpperCase()}.`)
    .join(' ');

const firstOf = (part: string): string =>
  [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(part)][0]?.segment ?? '';

/** `花子`, `花子 (2)`: in the order in which they appear. */
function apart(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const own = number === 1 ? name : `${name} (${number})`;
    if (taken.has(own)) continue;
    taken.add(own);
    return own;
  }
}

function renamed(node: Nodes, called: (node: Text) => Text): Nodes {
  if (node.type === 'text') return called(node);
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => renamed(child, called)) } as Nodes;
}
