/** What a bot posts of its own accord, once for each key: whatever became of the attempts before, nothing stands there twice. */
import type { Log, Now, Posted, Posting, State } from '../port.ts';

/** Milliseconds that a key is remembered: longer than anything is tried. */
const memory = 90 * 24 * 60 * 60_000;

/** One attempt, in the platform's own way. Neither rejects for what the platform says. */
export interface Attempt {
  /** Looks where it would stand; `null`: it is not there. Whatever else, nothing is sent. */
  readonly look: () => Promise<Posted | null>;
  readonly send: () => Promise<Posted>;
  /** Asked between the two. */
  readonly mayStill?: Posting['mayStill'];
}

export interface Once {
  /** Two attempts with one key at the same time are one. */
  readonly post: (key: string, attempt: Attempt) => Promise<Posted>;
  /** Does something stand there by that key, as far as is remembered? */
  readonly isPosted: (key: string) => Promise<boolean>;
  /** Forgets keys that nobody will use again. */
  readonly sweep: () => Promise<void>;
}

interface Kept {
  readonly ref: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Room {
  /** Of the records in State: each platform has its own. */
  readonly kind: string;
  readonly state: State;
  readonly log: Log;
  readonly now: Now;
}

export function createOnce(room: Room): Once {
  const underWay = new Map<string, Promise<Posted>>();
  return {
    post: (key, attempt) => {
      const posted = underWay.get(key) ?? postOnce(key, attempt, room).finally(() => underWay.delete(key));
      underWay.set(key, posted);
      return posted;
    },
    isPosted: async (key) => (await room.state.get(room.kind, key)) !== null,
    sweep: async () => {
      const { kind, state, now } = room;
      for (const { key, version, value } of await state.list(kind))
        if (now().getTime() - Date.parse((value as Kept).at) > memory)
          await state.put({ kind, key, version, value: null });
    },
  };
}

async function postOnce(key: string, attempt: Attempt, room: Room): Promise<Posted> {
  const kept = (await room.state.get(room.kind, key))?.value as Kept | undefined;
  if (kept !== undefined) return { status: 'posted', ref: kept.ref };
  const posted = (await attempt.look()) ?? (await sendIfStill(attempt));
  if (posted.status === 'posted') await remember(key, posted.ref, room);
  return posted;
}

/** Whoever was stopped for a while may be too late: somebody else does it by now. */
const sendIfStill = async ({ send, mayStill }: Attempt): Promise<Posted> =>
  mayStill === undefined || (await mayStill()) ? send() : { status: 'unsure' };

/** It stands there, whether or not that can be remembered. */
async function remember(key: string, ref: string, { kind, state, log, now }: Room): Promise<void> {
  const value: Kept = { ref, at: now().toISOString() };
  await state
    .put({ kind, key, version: null, value })
    .catch((error: unknown) => log.warn({ err: error, key }, 'that something was posted could not be noted'));
}
