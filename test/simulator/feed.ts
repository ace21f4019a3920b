/** What becomes visible, in the order in which it does; whoever waits for something waits here. */

/** One thing that somebody did, or that the app made visible. */
export interface Effect {
  readonly kind: 'said' | 'changed' | 'deleted' | 'modal' | 'home' | 'unfurled' | 'reacted' | 'did';
  /** Id of the user who did it. */
  readonly by: string;
  readonly channel: string | null;
  /** Who alone sees it. */
  readonly onlyFor: string | null;
  /** Id of the message or of the view. */
  readonly ref: string | null;
  /** The interaction that it came through: which action it answers. */
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
  readonly until: <T>(condition: () => T | undefined | null | false, what: string) => Promise<T>;
  /** Something changed that is no effect. */
  readonly look: () => void;
  /** Whoever still waits learns that there is nothing to come. */
  stop(): void;
}

interface Watcher {
  readonly look: () => void;
  readonly stop: () => void;
}

/** Waits with the others in `watchers`, at most `patience` milliseconds. */
function wait<T>(
  watchers: Set<Watcher>,
  condition: () => T | undefined | null | false,
  { what, patience }: { readonly what: string; readonly patience: number },
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const end = (): void => {
    watchers.delete(watcher);
    clearTimeout(timer);
  };
  const fail = (why: string): void => {
    end();
    reject(new Error(`${what}: ${why}`));
  };
  const watcher: Watcher = {
    look: () => {
      const found = condition();
      if (found === undefined || found === null || found === false) return;
      end();
      resolve(found);
    },
    stop: () => fail('the simulator was stopped'),
  };
  const timer = setTimeout(() => fail(`nothing of the kind in ${patience} ms`), patience);
  watchers.add(watcher);
  watcher.look();
  return promise;
}

export function createFeed(patience: number): Feed {
  const effects: Effect[] = [];
  const watchers = new Set<Watcher>();
  const look = (): void => [...watchers].forEach((watcher) => watcher.look());
  return {
    effects,
    look,
    tell: (effect) => {
      effects.push(effect);
      look();
    },
    until: (condition, what) => wait(watchers, condition, { what, patience }),
    stop: () => [...watchers].forEach((watcher) => watcher.stop()),
  };
}

/** The first effect after the first `since` ones that `matches`; looks at each once, however many wait. */
export function nextEffect(
  { effects, until }: Feed,
  of: { readonly since: number; readonly matches: (effect: Effect) => boolean; readonly what: string },
): Promise<Effect> {
  let next = of.since;
  return until(() => {
    while (next < effects.length) {
      const one = effects[next];
      next += 1;
      if (one && of.matches(one)) return one;
    }
    return null;
  }, of.what);
}

/** An action of a person in the transcript. */
export const tellAct = (
  feed: Feed,
  of: { readonly by: string; readonly channel: string | null; readonly what: string },
): void =>
  feed.tell({
    kind: 'did',
    by: of.by,
    channel: of.channel,
    onlyFor: of.by,
    ref: null,
    cause: null,
    lines: [of.what],
  });
