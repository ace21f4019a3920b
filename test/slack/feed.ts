/** What becomes visible, in the order in which it does; whoever waits for something waits here. */

/** One thing that somebody did, or that the app made visible. */
export interface Effect {
  readonly kind: 'said' | 'changed' | 'deleted' | 'modal' | 'home' | 'unfurled' | 'reacted' | 'did';
  /** Id of the user who did it. */
  readonly by: string;
  readonly channel: string | null;
  /** Who alone sees it. */
  readonly onlyFor: string | null;
  /** `ts` of the message or id of the view. */
  readonly ref: string | null;
  /** The trigger or response address that it came through: which action it answers. */
  readonly cause: string | null;
  /** What a reader sees, as lines of text. */
  readonly lines: readonly string[];
}

export interface Feed {
  readonly effects: readonly Effect[];
  tell(effect: Effect): void;
  /**
   * The first thing but `undefined`, `null` and `false` that `condition` says; it is asked again whenever something
   * becomes visible or `look` is called. Rejects after `patience` milliseconds, naming `what`.
   */
  until<T>(condition: () => T | undefined | null | false, what: string): Promise<T>;
  /** Something changed that is no effect. */
  readonly look: () => void;
  /** Nobody waits any more. */
  stop(): void;
}

export function createFeed(patience: number): Feed {
  const effects: Effect[] = [];
  const watchers = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  const look = (): void => [...watchers].forEach((watch) => watch());

  function until<T>(condition: () => T | undefined | null | false, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        watchers.delete(watch);
        clearTimeout(timer);
        timers.delete(timer);
      };
      const watch = (): void => {
        try {
          const found = condition();
          if (found === undefined || found === null || found === false) return;
          end();
          resolve(found);
        } catch (error) {
          end();
          reject(Error.isError(error) ? error : new Error(String(error)));
        }
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`${what}: nothing of the kind in ${patience} ms`));
      }, patience);
      timers.add(timer);
      watchers.add(watch);
      watch();
    });
  }

  const tell = (effect: Effect): void => {
    effects.push(effect);
    look();
  };

  const stop = (): void => {
    timers.forEach((timer) => clearTimeout(timer));
    watchers.clear();
  };

  return { effects, tell, until, look, stop };
}
