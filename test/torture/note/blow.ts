/** What happens to a process that takes notes: it is killed at a system call, or its disk fails, is full, or read-only. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changing, errors } from '../disk.ts';
import { fill, mount, mountReadOnly, unmount } from '../mounting.ts';
import type { Point } from '../sweep.ts';
import { calls, count, failAt, killAt } from '../trace.ts';
import type { Call } from '../trace.ts';
import { live } from './life.ts';
import type { NoteBlow } from './life.ts';
import type { NoteWorld } from './world.ts';
import { openNoteWorld } from './world.ts';

export const killing =
  ({ call, when }: Point): NoteBlow =>
  async ({ pid }) =>
    (await killAt(pid, call, when)).end;

/** All points of the lives of two notes: one has a file of its own, one is added to people's. */
export async function notePoints(): Promise<readonly Point[]> {
  const world = await openNoteWorld('right');
  let counts: ReadonlyMap<Call, number> = new Map();
  const counted: NoteBlow = async ({ pid }) => {
    const counting = await count(pid, join(world.data, 'calls'));
    return async () => {
      await counting.end();
      counts = larger(counts, counting.counts());
    };
  };
  try {
    for (const number of [0, 1])
      await live({ number, blow: counted, world, born: world.prepare, saw: () => {}, isEnough: () => false });
  } finally {
    await world.close();
  }
  return calls.flatMap((call) =>
    Array.from({ length: counts.get(call) ?? 0 }, (_, at) => ({ call, when: at + 1 })),
  );
}

const larger = (
  one: ReadonlyMap<Call, number>,
  other: ReadonlyMap<Call, number>,
): ReadonlyMap<Call, number> =>
  new Map(calls.map((call) => [call, Math.max(one.get(call) ?? 0, other.get(call) ?? 0)]));

/** Calls of which only files are the object: those of Node itself go on. */
const ofFiles: ReadonlySet<Call> = new Set([...changing, 'link', 'mkdir', 'fchmod']);

/** As often it fails that fails for a moment. */
const moment = 4;

/** Milliseconds that a process has whose disk has failed for good: then it is killed. */
const chance = 1500;

/** Each of these points with one error after the other, every second one lasting. */
export const failures = (points: readonly Point[]): readonly NoteBlow[] =>
  points
    .filter(({ call }) => ofFiles.has(call))
    .map(({ call, when }, at): NoteBlow => async (taker) => {
      const isLasting = at % 2 === 1;
      const error = errors[at % errors.length] ?? 'EIO';
      const tracing = await failAt(taker.pid, {
        call,
        error,
        from: when,
        times: isLasting ? null : moment,
        paths: [],
      });
      const timer = isLasting ? setTimeout(() => taker.kill(), chance) : undefined;
      return async () => {
        clearTimeout(timer);
        await tracing.end();
      };
    });

/** Milliseconds after which there is room again although nobody was refused. */
const scarce = 1000;

/** Begins with the wish behind so many others, and ends when somebody was refused. */
const whileRefused =
  (begin: (world: NoteWorld) => () => void, asked: number): NoteBlow =>
  async (taker, world) => {
    const over = new AbortController();
    const { until } = world.watch;
    const isOver = (): boolean => over.signal.aborted || taker.ending() !== null;
    const strike = async (): Promise<void> => {
      await until(() => isOver() || taker.asked() > asked, 60_000);
      const end = begin(world);
      try {
        await until(() => isOver() || taker.answers().some((answer) => answer !== 'fine'), scarce);
      } finally {
        end();
      }
    };
    const struck = strike();
    return async () => {
      over.abort();
      world.watch.notice();
      await struck;
    };
  };

/** Nothing can be written into the folder of the community. */
const readOnly = ({ content }: NoteWorld): (() => void) => {
  mountReadOnly(content);
  return () => unmount(content);
};

/** There is no room in it for a single byte, so nothing in it changes. */
const full = ({ content }: NoteWorld): (() => void) => {
  const aside = mkdtempSync(join(tmpdir(), 'meetup-torture-'));
  cpSync(content, aside, { recursive: true });
  mount('-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', content);
  cpSync(aside, content, { recursive: true });
  rmSync(aside, { recursive: true });
  fill(join(content, 'ballast'));
  return () => unmount(content);
};

/** At each chapter of a story, and both kinds of story. */
export const closed: readonly NoteBlow[] = [readOnly, full].flatMap((begin) =>
  [0, 1, 2].flatMap((asked) => [whileRefused(begin, asked), whileRefused(begin, asked)]),
);
