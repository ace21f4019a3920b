/** A disk that fails: for a moment, and then the process goes on; or until the process is killed. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Blow } from './lives.ts';
import type { Point } from './sweep.ts';
import { failAt } from './trace.ts';
import type { Call } from './trace.ts';

/** What a full, a broken and a read-only disk say. */
export const errors = ['ENOSPC', 'EIO', 'EROFS'] as const;

/** Calls by which a file is changed. */
export const changing: ReadonlySet<Call> = new Set([
  'pwrite64',
  'fsync',
  'fdatasync',
  'ftruncate',
  'rename',
  'unlink',
]);

export interface Fault extends Point {
  readonly error: (typeof errors)[number];
  /** Does it fail from then on? */
  readonly isLasting: boolean;
}

/** Each of these points with one error after the other, every second one lasting. */
export const faultsAt = (points: readonly Point[]): readonly Fault[] =>
  points
    .filter(({ call }) => changing.has(call))
    .map((point, at) => ({ ...point, error: errors[at % errors.length] ?? 'EIO', isLasting: at % 2 === 1 }));

/** As often it fails that fails for a moment. */
const moment = 4;

/** Milliseconds that a process has, whose disk has failed for good, to post what it must not: then it is killed. */
const chance = 1500;

/** `-P`: on other files nothing fails, or Node ends by itself when it can not write to an event of its own. */
export const failing =
  ({ call, when, error, isLasting }: Fault): Blow =>
  async (child, { state }) => {
    const paths = [state, `${state}-wal`, `${state}-shm`];
    const tracing = await failAt(child.pid, {
      call,
      error,
      from: when,
      times: isLasting ? null : moment,
      paths,
    });
    const over = new AbortController();
    const end = isLasting
      ? wait(chance, null, over).then(
          () => child.kill(),
          () => {},
        )
      : Promise.resolve();
    return async () => {
      over.abort();
      await Promise.all([end, tracing.end()]);
    };
  };
