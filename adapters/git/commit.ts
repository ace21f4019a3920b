/** Commits, made of objects alone: no index of the checkout is used, so that nobody can leave half of one behind. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './run.ts';
import type { Git } from './run.ts';

/** By whom the bot's commits are. Nobody gets mail there: RFC 6761. */
export const author = { name: 'meetup bot', email: 'meetup-bot@localhost.invalid' };

/** A repository with a checkout. */
export interface Clone {
  readonly git: Git;
  /** Of the checkout. */
  readonly folder: string;
}

export const treeOf = (git: Git, commit: string): Promise<string> => idOf(git, `${commit}^{tree}`);

/** Throws where there is no such object. */
export const idOf = (git: Git, name: string): Promise<string> =>
  ask(git, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]);

/** `null`: there is no such commit. */
export async function commitAt(git: Git, ref: string): Promise<string | null> {
  const { code, stdout } = await git([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  return code === 0 ? stdout.trim() : null;
}

export interface NewCommit {
  readonly tree: string;
  readonly parent: string;
  readonly message: string;
}

/** A commit of the bot's, on no branch yet. */
export const writeCommit = (git: Git, { tree, parent, message }: NewCommit): Promise<string> =>
  ask(
    git,
    [
      '-c',
      `user.name=${author.name}`,
      '-c',
      `user.email=${author.email}`,
      'commit-tree',
      tree,
      '-p',
      parent,
      '-F',
      '-',
    ],
    { input: message },
  );

export const messageOf = (git: Git, commit: string): Promise<string> =>
  ask(git, ['show', '--no-patch', '--format=%B', commit]);

/** Works with an index of its own, which is gone afterwards. */
async function withIndex<T>({ folder }: Clone, work: (index: string) => Promise<T>): Promise<T> {
  const index = join(folder, '.git', `meetup-index-${randomUUID()}`);
  try {
    return await work(index);
  } finally {
    rmSync(index, { force: true });
    rmSync(`${index}.lock`, { force: true });
  }
}

/** The tree of a commit with these files as the checkout has them; those that are gone there are gone in it. */
export const treeWithFiles = (clone: Clone, commit: string, paths: readonly string[]): Promise<string> =>
  withIndex(clone, async (index) => {
    const { git } = clone;
    await ask(git, ['read-tree', commit], { index });
    const input = paths.map((path) => `${path}\0`).join('');
    // --replace: where people had a folder of that name.
    await ask(git, ['update-index', '--add', '--remove', '--replace', '-z', '--stdin'], { index, input });
    return ask(git, ['write-tree'], { index });
  });

/** The tree of `onto` with what changed from one commit to another as it is in the latter, whatever `onto` has there. */
export const treeWithChanges = (
  clone: Clone,
  { onto, from, to }: { readonly onto: string; readonly from: string; readonly to: string },
): Promise<string> =>
  withIndex(clone, async (index) => {
    const { git } = clone;
    const input = (await changesBetween(git, from, to))
      .map(({ mode, id, path }) => `${mode} ${id}\t${path}\0`)
      .join('');
    await ask(git, ['read-tree', onto], { index });
    await ask(git, ['update-index', '--add', '--replace', '-z', '--index-info'], { index, input });
    return ask(git, ['write-tree'], { index });
  });

export interface Change {
  readonly path: string;
  /** Before, and after; zeros: it is not there. */
  readonly was: string;
  readonly id: string;
  /** Zeros: it is gone. */
  readonly mode: string;
}

export async function changesBetween(git: Git, from: string, to: string): Promise<readonly Change[]> {
  const { stdout } = await git(['diff-tree', '-r', '-z', '--no-renames', '--no-ext-diff', from, to]);
  return [...stdout.matchAll(/:\d+ (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]\0([^\0]+)\0/gu)].map(
    ([, mode = '', was = '', id = '', path = '']) => ({ mode, was, id, path }),
  );
}

/** `0000…`: nothing is there. */
export const isNone = (id: string): boolean => /^0+$/u.test(id);
