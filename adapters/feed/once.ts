/** What no event has that its service announces as one that happens once. */
import type { Announced } from '../../src/port.ts';

export const ONCE: Pick<Announced, 'repeat' | 'until' | 'except' | 'changes' | 'uid'> = {
  repeat: null,
  until: null,
  except: [],
  changes: [],
  uid: null,
};
