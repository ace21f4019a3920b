/** What is under way, so that the bot does not leave in the middle of an answer. */

export interface Work {
  /** The same promise, and one more to wait for. */
  readonly add: <T>(work: Promise<T>) => Promise<T>;
  /** Settles when nothing is under way, or so many milliseconds have passed. */
  readonly done: (patience: number) => Promise<void>;
}

interface Room {
  /** Resolves after that time, or at once when the signal comes. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createWork({ sleep }: Room): Work {
  const underWay = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      const settled = Promise.allSettled([work]);
      underWay.add(settled);
      void settled.then(() => underWay.delete(settled));
      return work;
    },
    done: async (patience) => {
      const isDone = new AbortController();
      await Promise.race([sleep(patience, isDone.signal), all(underWay)]);
      isDone.abort();
    },
  };
}

/** What is under way may begin something else. */
async function all(underWay: ReadonlySet<Promise<unknown>>): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}
