/** One question to Discord at a time, never tried again: whoever sets the bot up wants to hear of the first failure. */
import { REST } from 'discord.js';
import type { RateLimitData, RouteLike } from 'discord.js';
import type { Options } from '../options.ts';
import { failureOf, notDiscord } from '../rest/failure.ts';

/** Asks below the version, as in `/users/@me`. Throws UserError for whatever goes wrong. */
export interface Probe {
  readonly get: <T>(path: RouteLike, query?: Readonly<Record<string, string>>) => Promise<T>;
  readonly put: <T>(path: RouteLike, body: unknown) => Promise<T>;
}

/** As long as someone who looks at a terminal is willing to wait, in milliseconds. */
const patience = 10_000;

export function createProbe({ token, apiUrl }: Pick<Options, 'token' | 'apiUrl'>): Probe {
  const rest = new REST({
    api: apiUrl,
    version: '10',
    timeout: patience,
    retries: 0,
    rejectOnRateLimit: isTooLong,
    // It does not live long enough to be swept.
    handlerSweepInterval: 0,
    hashSweepInterval: 0,
  }).setToken(token);
  return {
    get: (path, query = {}) =>
      asked((signal) => rest.get(path, { query: new URLSearchParams(query), signal })),
    put: (path, body) => asked((signal) => rest.put(path, { body, signal })),
  };
}

/** Where Discord does not say how long to wait, the library would ask again and again without any pause. */
const isTooLong = ({ retryAfter }: RateLimitData): boolean => !(retryAfter > 0 && retryAfter < patience);

async function asked<T>(ask: (signal: AbortSignal) => Promise<unknown>): Promise<T> {
  const answer = await ask(AbortSignal.timeout(patience)).catch((error: unknown) => {
    throw failureOf(error);
  });
  if (!isAnswer(answer)) throw notDiscord();
  return answer as T;
}

/** All that is asked for here is a list, has an id, or is of a user; a page for browsers is bytes to the library. */
const isAnswer = (answer: unknown): boolean =>
  Array.isArray(answer) ||
  (typeof answer === 'object' && answer !== null && ('id' in answer || 'user' in answer));
