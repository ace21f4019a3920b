/** How long the adapter waits for what, in milliseconds. */
import { usualChatTiming } from '../../src/view/timing.ts';
import type { ChatTiming } from '../../src/view/timing.ts';

export interface Timing extends ChatTiming {
  /** A new socket that does not say hello is given up. */
  readonly hello: number;
  /** All of a file. */
  readonly download: number;
}

export const usualTiming: Omit<Timing, 'sleep'> = { ...usualChatTiming, hello: 10_000, download: 20_000 };
