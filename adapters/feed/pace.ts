/** A service that counts requests: they go there one after the other, so far apart as it asks for. */
import type { Fetch, Fetched, FetchRequest, Now, Sleep } from '../../src/port.ts';

export interface Pace {
  readonly fetch: Fetch;
  readonly sleep: Sleep;
  readonly now: Now;
  /** Milliseconds between an answer and the next request. Counted from the answer, no delay on the way can shorten them. */
  readonly pause: number;
  /** Milliseconds to leave it alone after a 429 that names no time. */
  readonly rest: number;
}

/** So long a request waits for its turn; longer, and it fails at once. */
const PATIENCE = 30_000;
/** A 429 is taken so often before it is the answer. */
const TRIES = 3;
/** No server is left alone for longer, whatever it says. */
const LONGEST_REST = 24 * 60 * 60_000;

type Failed = Extract<Fetched, { status: 'failed' }>;

/** The way there for all who share it: what is asked through it stands in one queue. */
export function paced({ fetch: send, sleep, now, pause, rest }: Pace): Fetch {
  let last: Promise<unknown> = Promise.resolve();
  let quiet = { since: 0, ms: 0 };

  // The clock may be set back meanwhile: it is never waited for longer than the rest is.
  const remaining = (): number => Math.min(quiet.ms, quiet.since + quiet.ms - now().getTime());
  const ask = async (request: FetchRequest, signal?: AbortSignal): Promise<Fetched> => {
    const wait = remaining();
    if (wait > PATIENCE) return tooSoon(wait);
    if (wait > 0) await sleep(wait, signal);
    if (signal?.aborted === true) return ABORTED;
    const answer = await send(request, signal);
    quiet = { since: now().getTime(), ms: Math.max(pause, restAfter(answer, rest)) };
    return answer;
  };
  const insist = async (request: FetchRequest, signal?: AbortSignal): Promise<Fetched> => {
    for (let tried = 1; ; tried += 1) {
      const answer = await ask(request, signal);
      if (!isLimited(answer) || tried === TRIES || remaining() > PATIENCE) return answer;
    }
  };
  return (request, signal) => {
    const answer = last.then(() => insist(request, signal));
    last = answer;
    return answer;
  };
}

const isLimited = (answer: Fetched): answer is Failed =>
  answer.status === 'failed' && answer.reason === 'limited';

const restAfter = (answer: Fetched, rest: number): number =>
  isLimited(answer)
    ? Math.min(LONGEST_REST, answer.retryAfter === null ? rest : answer.retryAfter * 1000)
    : 0;

const tooSoon = (wait: number): Failed => ({
  status: 'failed',
  reason: 'limited',
  detail: 'not asked',
  retryAfter: Math.ceil(wait / 1000),
});

const ABORTED: Failed = { status: 'failed', reason: 'timeout', detail: 'stopped', retryAfter: null };
