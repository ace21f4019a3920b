/** Slack's 429, taken at its word: nothing is asked again before its time. https://docs.slack.dev/apis/web-api/rate-limits */
import type { webApi } from '@slack/bolt';
import type { Now } from '../../../src/port.ts';

type Asked = Parameters<NonNullable<webApi.WebClientOptions['fetch']>>;

/** As the library wants it; what comes back is a whole Response. */
export type Fetch = (...asked: Asked) => Promise<Response>;

/** Seconds to wait where Slack does not say how many. */
export const untoldWait = 30;

/**
 * A fetch for one client. A method that was refused with 429 is refused here as well until its time has come, without
 * asking; a `Retry-After` that is missing, a date or nonsense becomes a number of seconds, which the library understands.
 */
export function patientFetch(now: Now, fetch: Fetch = globalThis.fetch): Fetch {
  const opens = new Map<string, number>();
  return async (url, init) => {
    const method = String(url);
    const at = now().getTime();
    const left = (opens.get(method) ?? 0) - at;
    if (left > 0) return tooMany(left);
    const response = await fetch(url, init);
    if (response.status !== 429) return response;
    await response.text();
    const wait = 1000 * secondsOf(response.headers.get('retry-after'), now);
    opens.set(method, at + wait);
    return tooMany(wait);
  };
}

const tooMany = (ms: number): Response =>
  new Response(null, { status: 429, headers: { 'Retry-After': String(Math.ceil(ms / 1000)) } });

/** A number of seconds, or a date: RFC 9110, 10.2.3. */
function secondsOf(told: string | null, now: Now): number {
  const seconds = /^\d+$/.test(told ?? '')
    ? Number(told)
    : Math.ceil((Date.parse(told ?? '') - now().getTime()) / 1000);
  return seconds > 0 ? seconds : untoldWait;
}
