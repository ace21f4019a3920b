/** Work that people have to accept: a branch of its own, which is the bot's alone, and a request to take it in. */
import { author, commitAt, treeOf, treeWithChanges, writeCommit } from './commit.ts';
import type { Clone } from './commit.ts';
import { fetchBranch, push } from './remote.ts';
import { replay } from './replay.ts';
import type { Own } from './replay.ts';
import { ask } from './run.ts';
import type { Git } from './run.ts';

/** What people are asked to take in. */
export interface Request {
  readonly branch: string;
  /** The branch that it is for. */
  readonly onto: string;
  readonly title: string;
}

/** Opens a request, or finds the one that is open for that branch; resolves to its address. Rejects where it can not. */
export type OpenRequest = (request: Request) => Promise<string>;

export interface Proposal {
  /** All that belongs to it, oldest first. */
  readonly commits: readonly Own[];
  readonly key: string;
  readonly title: string;
  /** Where people's branch is now, and where it was when the work was done. */
  readonly tip: string;
  readonly base: string;
}

export interface Proposing extends Clone {
  readonly branch: string;
  /** `null`: nobody can be asked; the branch alone is there. */
  readonly openRequest: OpenRequest | null;
}

export type Proposed = { readonly url: string } | { readonly reason: string };

/** As many branches of a name may be other people's. */
const mostNames = 9;

/** Pushes the branch, and asks. The same again is the same branch and the same request. */
export async function propose(clone: Proposing, proposal: Proposal): Promise<Proposed> {
  const free = await findBranch(clone, proposal);
  if ('reason' in free) return free;
  const commit = await commitFor(clone, proposal);
  const isThere = free.tip !== null && (await isSame(clone.git, free.tip, commit));
  if (!isThere) {
    const pushed = await push(clone.git, { commit, branch: free.branch, expected: free.tip ?? '' });
    if (pushed.status !== 'pushed') return { reason: 'reason' in pushed ? pushed.reason : pushed.status };
  }
  if (clone.openRequest === null) return { url: free.branch };
  try {
    const { branch: onto } = clone;
    return { url: await clone.openRequest({ branch: free.branch, onto, title: proposal.title }) };
  } catch (error) {
    return { reason: Error.isError(error) ? error.message : String(error) };
  }
}

type Free = { readonly branch: string; readonly tip: string | null } | { readonly reason: string };

/** The branch of that key that is nobody else's. */
async function findBranch({ git }: Clone, { key, tip: main }: Proposal): Promise<Free> {
  for (let number = 1; number <= mostNames; number++) {
    const branch = number === 1 ? `meetup/${key}` : `meetup/${key}-${number}`;
    const fetched = await fetchBranch(git, branch);
    if ('absent' in fetched) return { branch, tip: null };
    if ('reason' in fetched) return fetched;
    if (await isOurs(git, main, fetched.tip)) return { branch, tip: fetched.tip };
  }
  return { reason: `meetup/${key}: taken` };
}

/** Are all commits that people do not have yet the bot's? */
async function isOurs(git: Git, main: string, tip: string): Promise<boolean> {
  const mails = await ask(git, ['log', '--format=%ae%n%ce', tip, `^${main}`]);
  return mails.split('\n').every((mail) => mail === '' || mail === author.email);
}

/**
 * On top of what people have, where that goes together; else on top of what both know, so that the conflict shows and nothing
 * of theirs is reverted.
 */
async function commitFor(clone: Clone, { commits, tip, base }: Proposal): Promise<string> {
  const known = await commonOf(clone.git, tip, base);
  for (const onto of new Set([tip, known])) {
    const made = await replay(clone, { commits, onto, onConflict: () => 'give-up' });
    if (made !== null && made !== onto) return made;
  }
  return insisted(clone, commits, known);
}

async function commonOf(git: Git, tip: string, base: string): Promise<string> {
  const { code, stdout } = await git(['merge-base', tip, base]);
  return code === 0 ? stdout.trim() : tip;
}

async function insisted(clone: Clone, commits: readonly Own[], onto: string): Promise<string> {
  let made = onto;
  for (const { commit, message } of commits) {
    const tree = await treeWithChanges(clone, { onto: made, from: `${commit}^`, to: commit });
    made = await writeCommit(clone.git, { tree, parent: made, message });
  }
  return made;
}

/** The same files on the same commits of people's. */
async function isSame(git: Git, before: string, after: string): Promise<boolean> {
  const [[one, other], [below, alike]] = await Promise.all([
    Promise.all([treeOf(git, before), treeOf(git, after)]),
    Promise.all([commitAt(git, `${before}^`), commitAt(git, `${after}^`)]),
  ]);
  return one === other && below === alike;
}
