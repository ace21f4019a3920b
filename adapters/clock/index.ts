/** Waiting, as the process can. */
import { setTimeout } from 'node:timers/promises';
import type { Sleep } from '../../src/port.ts';

export const sleep: Sleep = (ms, signal) =>
  setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});
