/** A list as Slack had it a while ago. What is not in it may be new: then Slack is asked again. */
import type { Now } from '../../src/port.ts';

/** Milliseconds that a list is good for, and that lie between two questions at least. */
const life = 5 * 60_000;
const pause = 5000;

/** What `find` finds in the list, as it is or as it is now; `null`: nothing. Rejects where it can not be asked for. */
export type Recent<T> = <F>(find: (list: readonly T[]) => F | null) => Promise<F | null>;

export function createRecent<T>(ask: () => Promise<readonly T[]>, now: Now): Recent<T> {
  let kept: { readonly at: number; readonly list: Promise<readonly T[]> } | null = null;
  const listSince = async (age: number): Promise<readonly T[]> => {
    const at = now().getTime();
    if (kept === null || at - kept.at >= age) kept = { at, list: ask() };
    const { list } = kept;
    try {
      return await list;
    } catch (error) {
      if (kept?.list === list) kept = null;
      throw error;
    }
  };
  return async (find) => find(await listSince(life)) ?? find(await listSince(pause));
}
