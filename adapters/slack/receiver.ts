/** The receiver that Bolt is given: what comes in by whichever way goes through the inbox first. */
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/** Handles one thing that Slack tells. Rejects where it could not even be taken in: then it is not acknowledged. */
export type Process = (event: ReceiverEvent) => Promise<void>;

/** A way in: a socket, or a server. */
export interface Entrance {
  /** Resolves when what people do gets in. Rejects with UserError where that can not be, ever. */
  readonly start: (process: Process) => Promise<void>;
  /** From then on nothing comes in. */
  readonly stop: () => Promise<void>;
}

const notYet: Process = async () => {};

/** `around`: what is to happen before Bolt and after it. */
export function createReceiver(entrance: Entrance, around: (handle: Process) => Process): Receiver {
  let handle = notYet;
  return {
    init: (app: App) => {
      handle = around((event) => app.processEvent(event));
    },
    start: () => entrance.start(handle),
    stop: () => entrance.stop(),
  };
}
