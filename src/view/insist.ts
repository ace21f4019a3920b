/** An answer that has to arrive: where the platform has no time for it, it is tried again when it has; where it may have arrived, after a look. */
import type { Now, Posted } from '../port.ts';

/** What is answered. `again`: it was begun before, and may have been answered. */
export interface Told {
  readonly key: string;
  readonly at: Date;
  readonly again: boolean;
}

/** Where it has been tried before: since when to look whether it is there. */
export interface Since {
  readonly since?: Date;
}

interface Room {
  readonly told: Pick<Told, 'at' | 'again'>;
  readonly now: Now;
  /** Milliseconds after which what may have arrived is looked for. */
  readonly settle: number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** So often an answer that has to wait is tried. */
const mostTries = 3;

/** What became of the last attempt. */
export async function insist(attempt: (since: Since) => Promise<Posted>, room: Room): Promise<Posted> {
  const { told, now, settle, sleep } = room;
  const looking: Since = { since: told.at };
  let since: Since = told.again ? looking : {};
  let posted = await attempt(since);
  for (let tries = 1; tries < mostTries && isOpen(posted); tries += 1) {
    const wait = posted.status === 'later' ? posted.after.getTime() - now().getTime() : settle;
    await sleep(wait);
    if (posted.status === 'unsure') since = looking;
    posted = await attempt(since);
  }
  return posted;
}

const isOpen = ({ status }: Posted): boolean => status === 'later' || status === 'unsure';
