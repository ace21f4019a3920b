/** Waiting for what happens elsewhere: a condition is looked at again whenever somebody has noticed something. */

export interface Watch {
  /** Something may be otherwise now. */
  readonly notice: () => void;
  /** Resolves to whether it came true within so many milliseconds. */
  readonly until: (condition: () => boolean, ms: number) => Promise<boolean>;
}

export function createWatch(): Watch {
  const looking = new Set<() => void>();
  return {
    notice: () => [...looking].forEach((look) => look()),
    until: (condition, ms) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const end = (came: boolean): void => {
        looking.delete(look);
        clearTimeout(timer);
        resolve(came);
      };
      const look = (): void => {
        if (condition()) end(true);
      };
      const timer = setTimeout(() => end(false), ms);
      looking.add(look);
      look();
      return promise;
    },
  };
}
