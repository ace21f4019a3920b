/** Notices when the process was deaf: while one piece of work holds the event loop, nobody is heard and nobody is answered. */
import { performance } from 'node:perf_hooks';
import type { Log } from '../../src/port.ts';

interface Watching {
  readonly log: Log;
  /** Told when it was so long that the process is better begun anew. */
  readonly stuck: (reason: Error) => void;
  /** Milliseconds from one look to the next. */
  readonly every?: number;
  /** Milliseconds after which it is worth a line in the log: a chat waits three seconds for an acknowledgement. */
  readonly slow?: number;
  /** Milliseconds after which chats have given the bot up. */
  readonly most?: number;
}

/** Watches from now on, and keeps no process alive. The answer ends it. */
export function watchLoop({ log, stuck, every = 500, slow = 1000, most = 30_000 }: Watching): () => void {
  let at = performance.now();
  let use = performance.eventLoopUtilization();
  const look = (): void => {
    const [was, wasUse] = [at, use];
    [at, use] = [performance.now(), performance.eventLoopUtilization()];
    // A machine that slept, or a process that was paused, had nothing to do with it: then the loop was idle.
    const { active } = performance.eventLoopUtilization(use, wasUse);
    const lag = Math.round(Math.min(at - was - every, active));
    if (lag > most) stuck(new Error(`the event loop was held for ${lag} ms`));
    else if (lag > slow) log.warn({ lag }, 'the event loop was held');
  };
  const timer = setInterval(look, every).unref();
  return () => clearInterval(timer);
}
