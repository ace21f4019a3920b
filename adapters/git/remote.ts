/** The repository that people share: what it has, and whether it takes what is brought to it. */
import { reasonOf } from './run.ts';
import type { Git, GitResult } from './run.ts';
import { commitAt } from './commit.ts';

/** `absent`: there is no such branch. */
export type Fetched = { readonly tip: string } | { readonly absent: true } | { readonly reason: string };

const fetching = ['fetch', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--quiet'];
const pushing = ['push', '--porcelain', '--no-verify', '--no-signed', '--recurse-submodules=no'];

/** The tip that a branch has there now. */
export async function fetchBranch(git: Git, branch: string): Promise<Fetched> {
  const ref = `refs/remotes/origin/${branch}`;
  const result = await git([...fetching, 'origin', `+refs/heads/${branch}:${ref}`]);
  if (/couldn't find remote ref/u.test(result.stderr)) return { absent: true };
  const tip = result.code === 0 ? await commitAt(git, ref) : null;
  return tip === null ? { reason: reasonOf(result) } : { tip };
}

/** `lost`: somebody was faster. `refused`: that branch is not for the bot. `unreachable`: not now. */
export type Pushed =
  | { readonly status: 'pushed' | 'lost' }
  | { readonly status: 'refused' | 'unreachable'; readonly reason: string };

export interface Push {
  readonly commit: string;
  readonly branch: string;
  /** What the branch has to be at there; '': nothing. Whatever else it is by then stays as it is. */
  readonly expected: string;
  readonly dry?: boolean;
}

/**
 * With --force-with-lease a push compares and sets: a commit that is made on top of `expected` overwrites nothing, and where
 * people have gone back to an older commit meanwhile, which a plain push takes for an older clone, it is lost and not won.
 */
export async function push(git: Git, { commit, branch, expected, dry = false }: Push): Promise<Pushed> {
  const ref = `refs/heads/${branch}`;
  const result = await git([
    ...pushing,
    ...(dry ? ['--dry-run'] : []),
    `--force-with-lease=${ref}:${expected}`,
    'origin',
    `${commit}:${ref}`,
  ]);
  return pushedOf(result);
}

/** What git says where another push came in between. */
const races =
  /stale info|fetch first|non-fast-forward|failed to update ref|cannot lock ref|incorrect old value/u;

/** What a server says that does not want it on this branch. */
const refusals = /\[remote rejected\] \((.*)\)/u;

function pushedOf(result: GitResult): Pushed {
  if (result.code === 0) return { status: 'pushed' };
  const said = `${result.stdout}\n${result.stderr}`;
  if (races.test(said)) return { status: 'lost' };
  const [, refusal] = refusals.exec(said) ?? [];
  if (refusal !== undefined) return { status: 'refused', reason: refusal };
  return { status: 'unreachable', reason: reasonOf(result) };
}
