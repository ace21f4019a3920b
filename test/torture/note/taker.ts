/** One life of the process that takes notes, and what it answers. */
import { resolve } from 'node:path';
import { spawned } from '../spawned.ts';
import type { Spawned } from '../spawned.ts';
import type { Watch } from '../watch.ts';
import type { NoteOrders, Wish } from './orders.ts';

const program = resolve(import.meta.dirname, 'process.ts');

export interface Taker extends Spawned {
  /** Resolves to the code of a failure, or `fine`; `null`: it died before it could answer. */
  readonly ask: (wish: Wish['wish'], at: string) => Promise<string | null>;
  /** What it answered so far. */
  readonly answers: () => readonly string[];
  /** How often it was asked. */
  readonly asked: () => number;
  /** Rounds that it has done. */
  readonly rounds: () => number;
}

/** Milliseconds that an answer may take. */
const patience = 30_000;

/** Resolves when it is ready, or has ended before. */
export async function prepareTaker(orders: NoteOrders, watch: Watch): Promise<Taker> {
  const said = new Map<number, string>();
  let [rounds, last] = [0, 0];
  const hear = (line: string): void => {
    const [word, id, code = ''] = line.split(' ');
    if (word === 'round') rounds += 1;
    if (word === 'said') said.set(Number(id), code);
    watch.notice();
  };
  const life = await spawned({ program, orders, hear, notice: watch.notice });
  return {
    ...life,
    answers: () => [...said.values()],
    asked: () => last,
    rounds: () => rounds,
    ask: async (wish, at) => {
      const id = (last += 1);
      watch.notice();
      life.tell(JSON.stringify({ id, wish, at } satisfies Wish));
      const came = await watch.until(() => said.has(id) || life.ending() !== null, patience);
      if (!came) throw new Error(`no answer to ${wish}: ${life.complaints().slice(-1000)}`);
      return said.get(id) ?? null;
    },
  };
}
