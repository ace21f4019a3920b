/** What a process gives to a chat, as tests give it: all of it real but what `wishes` say. */
import { createBreaker } from '../../adapters/breaker/index.ts';
import { sleep } from '../../adapters/clock/index.ts';
import { hash, newId } from '../../adapters/hash/index.ts';
import type { Surroundings } from '../../src/port.ts';

type Needed = Pick<Surroundings, 'state' | 'log' | 'failed'>;

export const surroundingsOf = (wishes: Needed & Partial<Surroundings>): Surroundings => ({
  settings: async () => ({ locale: 'ja', organisers: [], workspaces: [] }),
  now: () => new Date(),
  newId,
  hash,
  newBreaker: createBreaker,
  sleep,
  ...wishes,
});
