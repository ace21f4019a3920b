/** Where processes come from, and where all of them end. */
import { prepare } from './child.ts';
import type { Child } from './child.ts';
import type { Orders } from './orders.ts';

export interface Nursery {
  readonly prepare: () => Promise<Child>;
  /** Resolves when none of them is left. */
  readonly close: () => Promise<void>;
}

export function createNursery(orders: Orders, notice: () => void): Nursery {
  const born: Promise<Child>[] = [];
  return {
    prepare: () => {
      const child = prepare(orders, notice);
      born.push(child);
      return child;
    },
    close: async () => {
      for (const child of await Promise.all(born)) {
        child.kill();
        await child.ended;
      }
    },
  };
}
