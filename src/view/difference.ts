/** What differs between two trees of settings: one that a platform has, and one that is asked for. */
import type { Difference } from '../port.ts';

export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * In the order of the tree that is asked for. Things in lists are known by the first of `ids` that they have, words by
 * themselves, and their order does not count. Neither does what is off or empty in one and not mentioned in the other.
 */
export const differencesOf = (saved: Tree, asked: Tree, ids: readonly string[]): Difference[] =>
  compareTrees('', { saved, asked }, ids);

interface Pair<T> {
  readonly saved: T;
  readonly asked: T;
}

const compareTrees = (path: string, { saved, asked }: Pair<Tree>, ids: readonly string[]): Difference[] =>
  [...new Set([...Object.keys(asked), ...Object.keys(saved)])].flatMap((key) =>
    compareValues(
      path === '' ? key : `${path}.${key}`,
      { saved: own(saved, key), asked: own(asked, key) },
      ids,
    ),
  );

function compareValues(path: string, { saved, asked }: Pair<unknown>, ids: readonly string[]): Difference[] {
  const [before, after] = [branches(saved, ids), branches(asked, ids)];
  if (before !== null && after !== null) return compareTrees(path, { saved: before, asked: after }, ids);
  if (isOff(saved) && isOff(asked)) return [];
  if (saved === undefined) return [{ kind: 'missing', path, saved: null, asked }];
  if (asked === undefined) return [{ kind: 'added', path, saved, asked: null }];
  return saved === asked ? [] : [{ kind: 'different', path, saved, asked }];
}

const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined);

const isOff = (value: unknown): boolean =>
  value === undefined ||
  value === false ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What is below a value by its name: of a list of things those are their ids, of a list of words the words. */
function branches(value: unknown, ids: readonly string[]): Tree | null {
  if (!Array.isArray(value)) return isTree(value) ? value : null;
  return Object.fromEntries(value.map((each: unknown) => [idOf(each, ids), isTree(each) ? each : true]));
}

function idOf(value: unknown, ids: readonly string[]): string {
  const id = isTree(value) ? ids.map((key) => value[key]).find((each) => typeof each === 'string') : value;
  return typeof id === 'string' ? id : JSON.stringify(value);
}
