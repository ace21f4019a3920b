/** The newest so many of something, by name. */

interface Cache<T> {
  readonly get: (name: string) => T | undefined;
  readonly set: (name: string, value: T) => void;
}

/** Above `most`, the one that was set longest ago is forgotten. */
export function createCache<T>(most: number): Cache<T> {
  const kept = new Map<string, T>();
  return {
    get: (name) => kept.get(name),
    set: (name, value) => {
      kept.delete(name);
      kept.set(name, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}
