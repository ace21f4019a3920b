/** A saved or exported manifest beside the one that is asked for. */
import { parse } from 'yaml';
import { UserError } from '../../../src/error.ts';
import type { Difference } from '../../../src/port.ts';

/**
 * What differs, in the order of the manifest that is asked for. Order in lists does not count, and neither does a switch
 * that is off in one and not mentioned in the other: Slack's export mentions them all. JSON is YAML, so one parser reads
 * both forms that Slack exports. Throws UserError `manifest-unreadable`.
 */
export function compareManifest(saved: string, asked: object): Difference[] {
  return compareValue('', treeOf(saved), asked);
}

type Tree = Readonly<Record<string, unknown>>;

function treeOf(text: string): Tree {
  const value = parsed(text);
  if (!isTree(value) || !isTree(value['display_information'])) throw new UserError('manifest-unreadable');
  return value;
}

/** A parser that throws on data. */
function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return null;
  }
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compareValue(path: string, saved: unknown, asked: unknown): Difference[] {
  const [before, after] = [branches(saved), branches(asked)];
  if (before !== null && after !== null) return compareTrees(path, before, after);
  if (isOff(saved) && isOff(asked)) return [];
  if (saved === undefined) return [{ kind: 'missing', path, saved: null, asked }];
  if (asked === undefined) return [{ kind: 'added', path, saved, asked: null }];
  return saved === asked ? [] : [{ kind: 'different', path, saved, asked }];
}

const compareTrees = (path: string, saved: Tree, asked: Tree): Difference[] =>
  [...new Set([...Object.keys(asked), ...Object.keys(saved)])].flatMap((key) =>
    compareValue(path === '' ? key : `${path}.${key}`, own(saved, key), own(asked, key)),
  );

const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined);

const isOff = (value: unknown): boolean => value === undefined || value === false || value === null;

/** What is below a value by its name: of a list of things those are their ids, of a list of words the words. */
function branches(value: unknown): Tree | null {
  if (!Array.isArray(value)) return isTree(value) ? value : null;
  return Object.fromEntries(value.map((each: unknown) => [idOf(each), isTree(each) ? each : true]));
}

const ids = ['command', 'callback_id'] as const;

function idOf(value: unknown): string {
  const id = isTree(value) ? ids.map((key) => value[key]).find((each) => typeof each === 'string') : value;
  return typeof id === 'string' ? id : JSON.stringify(value);
}
