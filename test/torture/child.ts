/** One life of the harness process: it loads its modules, and begins when it is told what time it is. */
import { resolve } from 'node:path';
import type { Orders } from './orders.ts';
import { spawned } from './spawned.ts';
import type { Ending, Spawned } from './spawned.ts';

export type { Ending } from './spawned.ts';

const program = resolve(import.meta.dirname, 'process.ts');

/** What it has said so far. */
export interface Said {
  /** Milliseconds from its start until it was ready, and from its beginning to the end of its first round. */
  readonly loaded: number | null;
  readonly first: number | null;
  /** Rounds one after the other, up to now, with nothing left in the outbox; those of an earlier time do not count. */
  readonly idle: number;
  readonly complaints: string;
}

export interface Child extends Pick<Spawned, 'pid' | 'ending' | 'ended' | 'kill'> {
  readonly said: () => Said;
  /** Begins, or goes on, at so many milliseconds after the time of the machine. */
  readonly at: (offset: number) => void;
  /** Lets it end by itself. */
  readonly stop: () => Promise<Ending>;
}

/** Resolves when it is ready, or has ended before. `notice` is told of all that it says, and of its end. */
export async function prepare(orders: Orders, notice: () => void): Promise<Child> {
  const born = performance.now();
  const heard = { loaded: null as number | null, first: null as number | null, idle: 0 };
  let [offset, begun] = ['', 0];
  const hear = (line: string): void => {
    const [word, at, waiting] = line.split(' ');
    if (word === 'ready') heard.loaded = performance.now() - born;
    if (word === 'round') heard.first ??= performance.now() - begun;
    if (word === 'round' && at === offset) heard.idle = waiting === '0' ? heard.idle + 1 : 0;
    notice();
  };
  const life = await spawned({ program, orders, hear, notice });
  return {
    ...life,
    said: () => ({ ...heard, complaints: life.complaints() }),
    at: (next) => {
      [offset, begun] = [String(next), begun || performance.now()];
      heard.idle = 0;
      life.tell(offset);
    },
  };
}
