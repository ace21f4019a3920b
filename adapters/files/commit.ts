/** Which commit a folder is a checkout of. Reads what git keeps beside it: https://git-scm.com/docs/gitrepository-layout */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Signs of a commit's name that people know it by. */
const shortName = 7;

/** `a1b2c3d`; `null` where it is no checkout, or there is no commit yet. Never throws. */
export function readCommit(folder: string): string | null {
  try {
    const git = gitFolder(resolve(folder));
    const commit = git === null ? null : commitOf(git, readFileSync(join(git, 'HEAD'), 'utf8').trim());
    return commit === null ? null : commit.slice(0, shortName);
  } catch {
    return null;
  }
}

/** Of the folder, or of one that it lies in; a worktree has a file instead that says where it is. */
function gitFolder(folder: string): string | null {
  const place = join(folder, '.git');
  if (existsSync(place)) return statSync(place).isDirectory() ? place : pointedAt(place);
  return dirname(folder) === folder ? null : gitFolder(dirname(folder));
}

function pointedAt(file: string): string | null {
  const [, path] = /^gitdir: (.+)$/m.exec(readFileSync(file, 'utf8')) ?? [];
  return path === undefined ? null : resolve(dirname(file), path);
}

const commitName = /^[0-9a-f]{40,64}$/;

function commitOf(git: string, head: string): string | null {
  const [, branch] = /^ref: (refs\/[\w./-]+)$/.exec(head) ?? [];
  const name = branch === undefined ? head : (tipOf(git, branch) ?? '');
  return commitName.test(name) ? name : null;
}

/** The branches of a worktree are kept where the first checkout is. */
function tipOf(git: string, branch: string): string | null {
  const common = join(git, 'commondir');
  const home = existsSync(common) ? resolve(git, readFileSync(common, 'utf8').trim()) : git;
  const loose = join(home, branch);
  if (existsSync(loose)) return readFileSync(loose, 'utf8').trim();
  const packed = readFileSync(join(home, 'packed-refs'), 'utf8').split('\n');
  return packed.find((line) => line.endsWith(` ${branch}`))?.split(' ')[0] ?? null;
}
