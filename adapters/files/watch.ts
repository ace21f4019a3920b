/**
 * Notices what changed in a folder by looking again. Polling on purpose: events of the file system are silent on
 * network mounts and in many containers, and an editor that replaces files atomically confuses them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Content, FileInfo } from '../../src/port.ts';

/** Looking takes at most a fifth of the time: a slow disk is looked at less often. */
const PAUSE_PER_LOOK = 4;

export interface Watch {
  /** Resolves when the look under way, and what it caused, are over. */
  stop(): Promise<void>;
  /** Resolves when nothing is looked at any more. */
  readonly ended: Promise<void>;
}

export interface WatchOptions {
  readonly everyMs?: number;
  /** Told once when looking or `onChange` begins to fail, and again only after it went well in between. */
  readonly onError: (error: unknown) => void;
  /** Rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number;
}

const DEFAULTS = {
  everyMs: 1000,
  wait: (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal, ref: false }),
  clock: () => performance.now(),
};

/**
 * Calls `onChange` after the first look, which has nothing to compare with, and whenever a file came, went or
 * changed since; again at the next look if it failed. Neither looks nor calls ever overlap.
 */
export function watchFiles(content: Content, onChange: () => Promise<unknown>, options: WatchOptions): Watch {
  const { everyMs, onError, wait, clock } = { ...DEFAULTS, ...options };
  const stopping = new AbortController();
  let known: readonly FileInfo[] | null = null;
  let failing = false;
  let pause = everyMs;

  const look = async (): Promise<void> => {
    const begun = clock();
    const files = await content.list();
    pause = Math.max(everyMs, (clock() - begun) * PAUSE_PER_LOOK);
    if (known && isSame(known, files)) return;
    await onChange();
    known = files;
  };
  const fail = (error: unknown): void => {
    if (!failing) onError(error);
    failing = true;
  };
  const watching = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look().then(() => (failing = false), fail);
      await wait(pause, stopping.signal).catch(() => stopping.abort());
    }
  };

  const ended = watching();
  return {
    ended,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

const isSame = (before: readonly FileInfo[], after: readonly FileInfo[]): boolean =>
  before.length === after.length &&
  before.every(({ path, stamp }, index) => path === after[index]?.path && stamp === after[index].stamp);
