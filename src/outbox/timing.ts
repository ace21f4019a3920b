/** How long what takes in the outbox, in milliseconds. */

export interface Timing {
  /** One attempt has as long, with the look before it; who has not come to its end by then posts nothing any more. */
  readonly lease: number;
  /**
   * As long after an attempt that broke off, it may still arrive: nobody looks for it before. More than the time after which
   * a chat gives a request up (`usualChatTiming.request`), with 30 s for a platform that is slow to do what it has taken.
   */
  readonly settle: number;
  /** As long, and a little more, a request takes at most: with less of its lease left nobody begins one. */
  readonly request: number;
}

export const usualTiming: Timing = { lease: 120_000, settle: 60_000, request: 15_000 };
