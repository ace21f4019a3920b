/** What fails again and again is left alone for a while: whoever asks is told at once, and nothing is begun. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from 'cockatiel';
import type { NewBreaker } from '../../src/port.ts';
import { unasked } from '../../src/view/unsent.ts';

/** So many failures one after the other. */
const mostFailures = 5;

/** After `rest` milliseconds one piece of work is let through, and how it goes decides. */
export const createBreaker: NewBreaker = ({ rest, isFailure }) => {
  const breaker = circuitBreaker(handleAll.orWhenResult(isFailure), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(mostFailures),
  });
  return async (work) => {
    try {
      return await breaker.execute(work);
    } catch (error) {
      throw isBrokenCircuitError(error) ? new TypeError('not asked', { cause: { code: unasked } }) : error;
    }
  };
};
