/** The real client of the Web API, as tests call it: it waits for nobody, and what Slack says can be compared. */
import { WebClient } from '@slack/web-api';
import { silent } from './bolt.ts';
import type { Slack } from './index.ts';

/** Never tries again by itself. */
export const createClient = (slack: Slack, token: string = slack.botToken): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    logger: silent,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });

/** `ok`, or the error that Slack says no with. */
export const outcome = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error as { data?: { error?: string } }).data?.error ?? error,
  );
