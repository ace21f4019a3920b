/** A failure of Slack's Web API → what is wrong, in words, and how to mend it. */
import type { webApi } from '@slack/bolt';
import type { Problem } from '../../../src/view/check.ts';
import type { Words } from '../../../src/words/index.ts';

interface Asked {
  /** Name of the token that was sent. */
  readonly name: string;
  readonly words: Words;
}

/** `error` is what the client threw. Nothing of it is said that could hold a secret. */
export function problemOf(error: unknown, asked: Asked): Problem {
  const { code } = error as { readonly code?: string };
  const say = sayings[code as keyof typeof sayings] as
    | ((failure: unknown, asked: Asked) => Problem)
    | undefined;
  return say?.(error, asked) ?? asked.words.doctor.slack.answered('?');
}

/** By the codes of the library: https://docs.slack.dev/tools/node-slack-sdk/web-api#handle-errors */
const sayings = {
  slack_webapi_platform_error: ({ data }: webApi.WebAPIPlatformError, { name, words: { doctor } }: Asked) => {
    const { reason, refused, answered } = doctor.slack;
    const known = reason[data.error];
    if (known !== undefined) return { ...refused(name, known), isSetting: true };
    // Where something else than Slack answers, all of what it says stands in the place of the error.
    return answered(/^\w{1,80}$/.test(data.error) ? data.error : '?');
  },
  slack_webapi_rate_limited_error: ({ retryAfter }: webApi.WebAPIRateLimitedError, { words }: Asked) =>
    words.doctor.slack.limited(retryAfter),
  slack_webapi_http_error: ({ statusCode }: webApi.WebAPIHTTPError, { words }: Asked) =>
    words.doctor.slack.answered(`HTTP ${statusCode}`),
  slack_webapi_request_error: ({ original }: webApi.WebAPIRequestError, { words }: Asked) =>
    words.doctor.slack.unreachable(causeOf(original)),
} as const;

/** `ECONNREFUSED`, `ENOTFOUND`, `TimeoutError`. */
function causeOf({ name, cause }: Error): string {
  const { code } = (cause ?? {}) as { readonly code?: string };
  return code ?? name;
}
