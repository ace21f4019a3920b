/** Three ways to ask Slack, each with a queue of its own: who waits for an answer never waits behind bulk work. */
import { webApi } from '@slack/bolt';
import { loggerOf } from '../logger.ts';
import type { Options } from '../options.ts';
import { patientFetch } from './rate.ts';
import type { Fetch } from './rate.ts';
import type { Timing } from '../timing.ts';
import { watchfulFetch } from './watch.ts';

export interface Clients {
  /** For what somebody waits for. Tried once. */
  readonly interaction: webApi.WebClient;
  /** For what the bot says of its own accord. Tried once: what was lost on its way back would be said twice. */
  readonly posting: webApi.WebClient;
  /** For reading, which may be tried again: waits as long as Slack says, and longer each time that Slack fails. */
  readonly read: <T>(ask: (client: webApi.WebClient) => Promise<T>) => Promise<T>;
}

const once = { retries: 0 };
const again = { retries: 3, minTimeout: 500, maxTimeout: 5000, randomize: true };

/** So often reading is put off by rate limits before it fails. */
const mostWaits = 5;

/** `options.headers` is never given: the library writes the token into the object. */
export function createClients(options: Options, timing: Timing): Clients {
  const client = (retryConfig: webApi.RetryOptions): webApi.WebClient =>
    new webApi.WebClient(options.token, {
      slackApiUrl: options.apiUrl,
      timeout: timing.request,
      retryConfig,
      rejectRateLimitedCalls: true,
      fetch: watchfulFetch(patientFetch(options.now, breaking(options, timing)), options.failed),
      logger: loggerOf(options.log),
    });
  const reading = client(again);
  return {
    interaction: client(once),
    posting: client(once),
    read: (ask) => patiently(() => ask(reading), timing),
  };
}

/** A fetch for one client, that asks nothing for a while where Slack keeps failing. */
function breaking({ newBreaker }: Options, { rest }: Timing): Fetch {
  const breaker = newBreaker({ rest, isFailure: (answer) => (answer as Response).status >= 500 });
  return (url, init) => breaker(() => fetch(url, init));
}

async function patiently<T>(ask: () => Promise<T>, { sleep }: Timing): Promise<T> {
  for (let waits = 0; ; waits += 1)
    try {
      return await ask();
    } catch (error) {
      const { retryAfter } = error as Partial<webApi.WebAPIRateLimitedError>;
      if (retryAfter === undefined || waits === mostWaits) throw error;
      await sleep(retryAfter * 1000);
    }
}
