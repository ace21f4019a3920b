/** What failed at Discord, as it may be logged: the address of an answer has its token in it, and the request what was said. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Log } from '../../src/port.ts';

export const discreet = (log: Log): Log => ({
  info: (facts, message) => log.info(harmless(facts), message),
  warn: (facts, message) => log.warn(harmless(facts), message),
  error: (facts, message) => log.error(harmless(facts), message),
});

const harmless = (facts: object): object =>
  'err' in facts ? { ...facts, err: withoutRequest(facts.err) } : facts;

/** Its name says which it is, `DiscordAPIError[50001]`; the rest that the library hangs on it stays here. */
function withoutRequest(error: unknown): unknown {
  const isTold =
    error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError;
  if (!isTold) return error;
  const told = new Error(error.message);
  told.name = error.name;
  return Object.assign(told, {
    method: error.method,
    ...('status' in error ? { status: error.status } : { retryAfter: error.retryAfter }),
  });
}
