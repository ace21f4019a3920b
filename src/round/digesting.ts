/** Digests as they would be, for who wants to see them first. */
import type { Digesting, Library, Log, State } from '../port.ts';

export interface DigestingParts {
  readonly library: Library;
  /** `null`: nothing is remembered. */
  readonly state: State | null;
  readonly log: Log;
}

export function createDigesting(_parts: DigestingParts): Digesting {
  return {
    preview: async () => [],
    async *replay() {},
  };
}
