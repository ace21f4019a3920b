/** A Slack that fails again and again is left alone for a while: whoever asks is told at once, and nothing is sent. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import { unasked } from './failure.ts';
import type { Fetch } from './rate.ts';

/** So many failures one after the other: connections that break, answers that do not come, answers of 500 and above. */
const mostFailures = 5;

const isFailure = (response: unknown): boolean => (response as Response).status >= 500;

/** A fetch for one client. After `rest` milliseconds one request is let through, and how it goes decides. */
export function breakingFetch(fetch: Fetch, rest: number): Fetch {
  const breaker = circuitBreaker(handleAll.orWhenResult(isFailure), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(mostFailures),
  });
  return async (url, init) => {
    try {
      return await breaker.execute(() => fetch(url, init));
    } catch (error) {
      throw isBrokenCircuitError(error) ? new TypeError('not asked', { cause: { code: unasked } }) : error;
    }
  };
}
