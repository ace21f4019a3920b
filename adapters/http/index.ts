/**
 * The one way out to the web. It leads to public machines alone, whatever a name or a redirect says, takes in a bounded
 * answer within a bounded time, and keeps nothing: no cookie, no connection, no cache.
 */
import type { Fetch, Fetched, Now } from '../../src/port.ts';
import type { Allow } from './allow.ts';
import { follow } from './follow.ts';
import { usual } from './limits.ts';
import type { Limits } from './limits.ts';
import { failureOf, NoAnswer, told } from './no-answer.ts';
import { resolveName } from './permit.ts';
import type { Resolve } from './permit.ts';

export { readAllow } from './allow.ts';

export interface FetchOptions {
  readonly allow: Allow;
  /** What an instant in Retry-After is counted from. */
  readonly now?: Now;
  readonly resolve?: Resolve;
  readonly limits?: Partial<Limits>;
}

export function createFetch(options: FetchOptions): Fetch {
  const { allow, now = () => new Date(), resolve = resolveName } = options;
  const limits = { ...usual, ...options.limits };
  return async (request, given) => {
    const deadline = AbortSignal.timeout(limits.deadline);
    const signal = given === undefined ? deadline : AbortSignal.any([deadline, given]);
    const answer = follow(request, { allow, resolve, limits, signal }, now);
    return orEnd(answer, signal).catch((error: unknown) => {
      if (!signal.aborted) return told(failureOf(error));
      return told(new NoAnswer('timeout', deadline.aborted ? `${limits.deadline} ms` : 'stopped'));
    });
  };
}

/** Nothing is waited for longer, neither a name server that is silent nor a machine that does not take the connection. */
async function orEnd(answer: Promise<Fetched>, signal: AbortSignal): Promise<Fetched> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return Promise.race([answer, end]);
}
