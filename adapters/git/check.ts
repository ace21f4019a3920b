/** What `doctor` asks of a repository: can it be reached, and may the bot push there? Nothing is changed. */
import { isCloned, openClone } from './clone.ts';
import type { ClonePlace } from './clone.ts';
import { fetchBranch, push } from './remote.ts';
import { createGit, reasonOf } from './run.ts';

/** `pushes`: `null` where there is no clone yet to try it from. */
export type Remote =
  | { readonly reached: true; readonly pushes: boolean | null; readonly reason: string }
  | { readonly reached: false; readonly reason: string };

/** Throws UserError as `openPublisher` does for a clone that is there. */
export async function checkRemote(place: ClonePlace, above: string): Promise<Remote> {
  const asked = await createGit({ ...place, folder: above })(['ls-remote', '--heads', '--', place.address]);
  if (asked.code !== 0) return { reached: false, reason: reasonOf(asked) };
  if (!isCloned(place.folder)) return { reached: true, pushes: null, reason: '' };
  const { git, branch } = await openClone(place);
  const fetched = await fetchBranch(git, branch);
  if (!('tip' in fetched)) return { reached: false, reason: 'reason' in fetched ? fetched.reason : branch };
  // To a branch that is not there: what is dry says only whether one may.
  const pushed = await push(git, { commit: fetched.tip, branch: 'meetup/doctor', expected: '', dry: true });
  return {
    reached: true,
    pushes: pushed.status === 'pushed',
    reason: 'reason' in pushed ? pushed.reason : '',
  };
}
