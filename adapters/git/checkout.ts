/** The files of the checkout, brought from one commit to another without a moment in which one of them is half written. */
import { lstatSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changesBetween, isNone } from './commit.ts';
import type { Change, Clone } from './commit.ts';
import { ask } from './run.ts';

/**
 * `false`: somebody is at work on one of the files that would change, and nothing was done. What is as it is to be already,
 * because a kill came in between, is left so.
 */
export async function checkOut(clone: Clone, from: string, to: string): Promise<boolean> {
  const changes = await changesBetween(clone.git, from, to);
  const ids = await idsOnDisk(clone, changes);
  const isAtWork = changes.some(({ path, was, id }) => ![was, id].includes(ids.get(path) ?? ''));
  if (isAtWork) return false;
  const different = changes.filter(({ path, id }) => ids.get(path) !== id);
  for (const { path } of different.filter(({ id }) => isNone(id))) remove(clone.folder, path);
  await write(clone, to, different.filter(({ id, mode }) => !isNone(id) && mode !== submodule).map(pathOf));
  return true;
}

const submodule = '160000';

const pathOf = ({ path }: Change): string => path;

/** The objects that the files are; zeros where there is none. */
async function idsOnDisk({ git, folder }: Clone, changes: readonly Change[]): Promise<Map<string, string>> {
  const none = '0'.repeat(changes[0]?.id.length ?? 0);
  // The repository of another one is no file of ours.
  const isThere = ({ path, mode, id }: Change): boolean =>
    mode === submodule ? !isNone(id) : isFile(join(folder, path));
  const there = changes.filter((change) => change.mode !== submodule && isThere(change));
  // hash-object can not be told of line breaks in names.
  const plain = there.filter(({ path }) => !path.includes('\n'));
  const input = plain.map(({ path }) => `${path}\n`).join('');
  const hashed = plain.length === 0 ? '' : await ask(git, ['hash-object', '-w', '--stdin-paths'], { input });
  const ids = hashed.split('\n');
  const absent = changes.map(({ path, mode, was, id }): [string, string] => [
    path,
    mode === submodule ? id : isNone(id) && isNone(was) ? id : none,
  ]);
  return new Map([...absent, ...plain.map(({ path }, at): [string, string] => [path, ids[at] ?? ''])]);
}

const isFile = (path: string): boolean => {
  try {
    return lstatSync(path).isFile();
  } catch {
    return false; // a folder on the way is none, or is not there
  }
};

function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    try {
      rmdirSync(join(folder, above));
    } catch {
      return; // something else is in it
    }
  }
}

/** First all beside their places, by git, which knows of line ends; then each by its name. */
async function write({ git, folder }: Clone, commit: string, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  const beside = mkdtempSync(join(folder, '.git', 'meetup-files-'));
  const index = join(beside, '.index');
  try {
    await ask(git, ['read-tree', commit], { index });
    const input = paths.map((path) => `${path}\0`).join('');
    await ask(git, ['checkout-index', '--force', `--prefix=${beside}/files/`, '-z', '--stdin'], {
      index,
      input,
    });
    for (const path of paths) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(join(beside, 'files', path), place);
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
