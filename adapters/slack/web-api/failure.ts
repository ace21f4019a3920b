/** What a failure of the Web API means: that it was not done, that nobody knows, or that the token is worth nothing any more. */
import type { webApi } from '@slack/bolt';
import { UserError } from '../../../src/error.ts';
import type { Posted } from '../../../src/port.ts';
import { isUnsent } from '../../../src/view/unsent.ts';
import { untoldWait } from './rate.ts';

/** Errors after which something may have been done all the same: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const ambiguous = new Set(['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable']);

const later = (seconds: number, now: Date): Posted => ({
  status: 'later',
  after: new Date(now.getTime() + seconds * 1000),
});

type Judge<E = never> = (error: E, now: Date) => Posted;

const judges: Readonly<Record<string, Judge>> = {
  slack_webapi_rate_limited_error: ({ retryAfter }: webApi.WebAPIRateLimitedError, now) =>
    later(retryAfter, now),
  slack_webapi_platform_error: ({ data: { error } }: webApi.WebAPIPlatformError, now) => {
    if (limited.has(error)) return later(untoldWait, now);
    // Where something else than Slack answers, all of what it says stands in the place of the error.
    const isCode = /^\w{1,80}$/.test(error);
    return isCode && !ambiguous.has(error) ? { status: 'refused', reason: error } : { status: 'unsure' };
  },
  slack_webapi_http_error: ({ statusCode }: webApi.WebAPIHTTPError) =>
    statusCode >= 500 ? { status: 'unsure' } : { status: 'refused', reason: `HTTP ${statusCode}` },
  slack_webapi_request_error: ({ original }: webApi.WebAPIRequestError, now) =>
    isUnsent(original) ? later(untoldWait, now) : { status: 'unsure' },
};

/** What became of a post that failed so. Throws what is no failure of Slack's. */
export function postedOf(error: unknown, now: Date): Posted {
  const judge = judges[(error as { readonly code?: string }).code ?? ''] as Judge<unknown> | undefined;
  if (judge === undefined) throw error;
  return judge(error, now);
}

/** Slack's own word for what is wrong; '' where something else failed. */
export const codeOf = (error: unknown): string =>
  (error as Partial<webApi.WebAPIPlatformError> | undefined)?.data?.error ?? '';

/** Slack has no time for it at the moment. */
const limited = new Set(['ratelimited', 'rate_limited']);

/** Did Slack understand what it was asked, and say no? To ask again would not help. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return /^\w{1,80}$/.test(code) && ![ambiguous, limited, dead].some((other) => other.has(code));
}

/** https://docs.slack.dev/reference/methods/auth.test#errors */
const dead = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
]);

/** UserError `slack-token` where Slack will never again take the token of that name; else `null`. */
export function tokenError(error: unknown, name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'): UserError | null {
  const reason = codeOf(error);
  const isScope = name === 'SLACK_APP_TOKEN' && reason === 'missing_scope';
  return dead.has(reason) || isScope ? new UserError('slack-token', { name, reason }) : null;
}
