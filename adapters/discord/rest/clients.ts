/** Three ways to ask Discord, each with queues of its own: who waits for an answer never waits behind bulk work. */
import { REST } from 'discord.js';
import type { RESTOptions, RateLimitData } from 'discord.js';
import type { Options } from '../options.ts';
import type { Timing } from '../timing.ts';
import { guardedFetch } from './guard.ts';

export interface Clients {
  /** For what somebody waits for. Tried once. */
  readonly interaction: REST;
  /** For what the bot says of its own accord. Tried once: what was lost on its way back would be said twice. */
  readonly posting: REST;
  /** For reading, which may be tried again. */
  readonly reading: REST;
  /** What they have in common. */
  readonly common: Partial<RESTOptions>;
  /** No timer is left behind. */
  readonly stop: () => void;
}

/** Milliseconds that somebody waits for a rate limit to pass. */
const patience = 5000;

/** Milliseconds that reading is put off by a rate limit. */
const longPatience = 60_000;

const longerThan =
  (ms: number) =>
  ({ retryAfter }: RateLimitData): boolean =>
    retryAfter > ms;

/** Each interaction has a queue of its own, which is gone after a minute. */
const handlerSweepInterval = 60_000;

export function createClients(options: Omit<Options, 'timing'>, timing: Timing): Clients {
  const common: Partial<RESTOptions> = {
    api: options.apiUrl,
    version: '10',
    timeout: timing.request,
    handlerSweepInterval,
    hashSweepInterval: 0,
  };
  const guarded = guardedFetch(options);
  const client = (wishes: Partial<RESTOptions>): REST => {
    const makeRequest = breaking(guarded, options, timing);
    return new REST({ ...common, makeRequest, ...wishes }).setToken(options.token);
  };
  const clients = {
    // Discord's limit for all requests together is not for interactions.
    interaction: client({
      retries: 0,
      rejectOnRateLimit: longerThan(patience),
      globalRequestsPerSecond: Infinity,
    }),
    posting: client({ retries: 0, rejectOnRateLimit: longerThan(0) }),
    reading: client({ retries: 2, rejectOnRateLimit: longerThan(longPatience) }),
  };
  return {
    ...clients,
    common: { ...common, makeRequest: guarded },
    stop: () => Object.values(clients).forEach((each) => each.clearHandlerSweeper()),
  };
}

type Fetch = RESTOptions['makeRequest'];

/** For one client: it asks nothing for a while where Discord keeps failing. */
function breaking(
  fetch: Fetch,
  { newBreaker }: Pick<Options, 'newBreaker'>,
  { rest }: Pick<Timing, 'rest'>,
): Fetch {
  const breaker = newBreaker({ rest, isFailure: (answer) => (answer as Response).status >= 500 });
  return (url, init) => breaker(() => fetch(url, init));
}
