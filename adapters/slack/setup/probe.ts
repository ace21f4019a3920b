/** One question to Slack at a time, never tried again: `doctor` wants to hear of the first failure. */
import type { webApi } from '@slack/bolt';
import { loggerOf } from '../logger.ts';

/** What came of a question. Never rejects. */
export type Answered<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly error: unknown };

export type Probe = <T>(ask: (client: webApi.WebClient) => Promise<T>) => Promise<Answered<T>>;

/** As long as someone who looks at a terminal is willing to wait, in milliseconds. */
const patience = 10_000;

/** `apiUrl` ends in `/api/`. Bolt is loaded here, where it is needed: it takes most of a second. */
export async function createProbe(token: string, apiUrl: string): Promise<Probe> {
  const { webApi: library } = await import('@slack/bolt');
  const client = new library.WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: patience,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: loggerOf(silent),
  });
  return async (ask) => {
    try {
      return { ok: true, answer: await ask(client) };
    } catch (error) {
      return { ok: false, error };
    }
  };
}

const nothing = (): void => {};

/** What goes wrong is said by the check; stdout belongs to the answer. */
const silent = { info: nothing, warn: nothing, error: nothing };
