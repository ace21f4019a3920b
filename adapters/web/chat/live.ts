/** Who looks at a room right now. They are told that something is new, never what: their page asks for that. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';

export interface Live {
  /** Something is new in a channel, for everyone or for `only` one person. */
  readonly tell: (channel: string, only: string | null) => void;
  /** A stream of revisions: the present one at once, then each that is new. Answers 503 after the end. */
  readonly follow: (context: Context, watched: Watched) => Response;
  /** Every stream ends, and no new one begins. */
  readonly end: () => void;
}

interface Watched {
  readonly channel: string;
  readonly person: string;
  readonly revision: () => number;
}

/** Milliseconds until a browser asks again when the stream broke. */
const retry = 1_000;

interface Watcher extends Watched {
  wake: () => void;
}

export function createLive(): Live {
  const watchers = new Set<Watcher>();
  const over = new AbortController();

  const stream = async (out: SSEStreamingApi, watched: Watched): Promise<void> => {
    const watcher: Watcher = { ...watched, wake: () => {} };
    watchers.add(watcher);
    out.onAbort(() => watcher.wake());
    while (!over.signal.aborted && !out.aborted) {
      // Before the writing, which takes its time: what becomes new meanwhile is not missed.
      const woken = new Promise<void>((resolve) => (watcher.wake = resolve));
      await out.writeSSE({ data: String(watched.revision()), retry });
      await woken;
    }
    watchers.delete(watcher);
  };

  return {
    tell: (channel, only) => {
      for (const watcher of watchers)
        if (watcher.channel === channel && (only === null || only === watcher.person)) watcher.wake();
    },
    follow: (context, watched) =>
      over.signal.aborted ? context.body(null, 503) : streamSSE(context, (out) => stream(out, watched)),
    end: () => {
      over.abort();
      for (const watcher of watchers) watcher.wake();
    },
  };
}
