/**
 * Commits once more on top of other ones, as a rebase does it, but between objects alone: the checkout is never in the
 * middle of anything, and a kill leaves a few objects that nobody points at.
 */
import { ask } from './run.ts';
import type { Git } from './run.ts';
import { messageOf, treeOf, treeWithChanges, writeCommit } from './commit.ts';
import type { Clone } from './commit.ts';

/** Says in the last paragraph of a commit that it stands at that address, for people to accept: it is not pushed again. */
const proposedTrailer = 'Meetup-Proposed';

/** A commit that is here alone. */
export interface Own {
  readonly commit: string;
  readonly message: string;
  /** Where people may accept it; `null`: it waits for being pushed. */
  readonly proposed: string | null;
}

/** What is here and not there, oldest first. */
export async function ownCommits(git: Git, base: string, tip: string): Promise<readonly Own[]> {
  const listed = await ask(git, ['rev-list', '--reverse', '--first-parent', tip, `^${base}`]);
  const commits = listed.split('\n').filter((commit) => commit !== '');
  return Promise.all(
    commits.map(async (commit) => {
      const message = await messageOf(git, commit);
      return { commit, message, proposed: proposedIn(message) };
    }),
  );
}

const proposedIn = (message: string): string | null =>
  new RegExp(`^${proposedTrailer}: (.+)$`, 'mu').exec(message)?.[1] ?? null;

/** The key of the work that a commit belongs to. */
export const keyIn = (message: string): string | null => /^Meetup-Note: (.+)$/mu.exec(message)?.[1] ?? null;

export const messageFor = (title: string, key: string): string => `${title}\n\nMeetup-Note: ${key}\n`;

/** The same, proposed there. */
export const proposedMessage = (message: string, url: string): string =>
  `${message.trimEnd()}\n${proposedTrailer}: ${url}\n`;

/**
 * What to do with a commit that does not go together with what people did: give up all of it, leave the commit out, or put
 * its files there as they are.
 */
export type OnConflict = (own: Own) => 'give-up' | 'leave-out' | 'insist';

/** The new tip; `null`: it was given up. A commit that would change nothing is left out. */
export async function replay(
  clone: Clone,
  { commits, onto, onConflict }: { commits: readonly Own[]; onto: string; onConflict: OnConflict },
): Promise<string | null> {
  let tip = onto;
  for (const own of commits) {
    const tree = await treeAfter(clone, { own, tip, onConflict });
    if (tree === null) return null;
    if (tree !== (await treeOf(clone.git, tip)))
      tip = await writeCommit(clone.git, { tree, parent: tip, message: own.message });
  }
  return tip;
}

async function treeAfter(
  clone: Clone,
  { own, tip, onConflict }: { own: Own; tip: string; onConflict: OnConflict },
): Promise<string | null> {
  const { git } = clone;
  const merged = await mergedTree(git, own.commit, tip);
  if (merged !== null) return merged;
  const what = onConflict(own);
  if (what === 'give-up') return null;
  if (what === 'leave-out') return treeOf(git, tip);
  return treeWithChanges(clone, { onto: tip, from: `${own.commit}^`, to: own.commit });
}

/** `null`: a conflict. That both begin at the commit's parent is said by a commit in between, which nobody will see. */
async function mergedTree(git: Git, commit: string, tip: string): Promise<string | null> {
  const parent = await ask(git, ['rev-parse', `${commit}^`]);
  const tree = await treeOf(git, tip);
  const beside = await writeCommit(git, { tree, parent, message: 'beside' });
  const { code, stdout, stderr } = await git(['merge-tree', '--write-tree', '--no-messages', beside, commit]);
  if (code > 1) throw new Error(`git merge-tree: ${stderr.trim()}`);
  return code === 0 ? stdout.trim() : null;
}
