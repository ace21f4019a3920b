/** A busy chat: commands that come in evenly, whether or not those before have been answered. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

interface Rush {
  readonly perSecond: number;
  readonly seconds: number;
  /** Milliseconds from when it was due until the person saw an answer; `null`: none came. */
  readonly ask: (number: number, due: number) => Promise<number | null>;
}

export async function askSteadily({ perSecond, seconds, ask }: Rush): Promise<readonly (number | null)[]> {
  const began = performance.now();
  const asked: Promise<number | null>[] = [];
  while (asked.length < perSecond * seconds) {
    const due = began + (asked.length * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    asked.push(ask(asked.length, due));
  }
  return Promise.all(asked);
}

/** Of a process, in MiB. */
export const memoryOf = (pid: number | undefined): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
