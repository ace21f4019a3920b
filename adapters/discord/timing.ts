/** How long the adapter waits for what, in milliseconds. */
import { usualChatTiming } from '../../src/view/timing.ts';
import type { ChatTiming } from '../../src/view/timing.ts';

export interface Timing extends ChatTiming {
  /** Suggestions that take longer are none, and a form asks nobody longer for a language: an interaction is good for three seconds. */
  readonly suggest: number;
  /** A connection that does not close is left. */
  readonly goodbye: number;
  /** All of a file. */
  readonly download: number;
}

export const usualTiming: Omit<Timing, 'sleep'> = {
  ...usualChatTiming,
  suggest: 2000,
  goodbye: 1000,
  download: 20_000,
};
