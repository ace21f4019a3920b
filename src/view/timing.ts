/** How long a chat waits for what, in milliseconds, whichever platform it is on; and the waiting itself. */
import type { Sleep } from '../port.ts';

export interface ChatTiming {
  /** An answer that takes longer is announced. */
  readonly slow: number;
  /** A request to the platform is given up. */
  readonly request: number;
  /** A platform that failed too often is not asked for that time. */
  readonly rest: number;
  /** An answer that may have arrived is looked for after that time. */
  readonly settle: number;
  /** Answers that are under way when the bot stops have as much to arrive. */
  readonly farewell: number;
  readonly sleep: Sleep;
}

export const usualChatTiming: Omit<ChatTiming, 'sleep'> = {
  slow: 2000,
  request: 10_000,
  rest: 30_000,
  settle: 5000,
  farewell: 5000,
};

/** Nobody sleeps longer than the chat lasts, unless they have a signal of their own. */
export const lasting = <T extends ChatTiming>(timing: T, signal: AbortSignal): T => ({
  ...timing,
  sleep: (ms: number, own: AbortSignal = signal) => timing.sleep(ms, own),
});
