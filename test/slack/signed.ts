/** HTTP mode: the same payloads as signed requests to the app's own address. https://docs.slack.dev/authentication/verifying-requests-from-slack */
import { createHmac } from 'node:crypto';
import type { Clock } from '../simulator/clock.ts';
import { NotAcknowledged } from '../simulator/not-acknowledged.ts';
import type { Acknowledged, Delivery } from './world.ts';

export const signingSecret = 'simulated-signing-secret';

/** Headers that prove that a body comes from Slack at that time (milliseconds). */
export function signature(
  body: string,
  at: number,
  secret = signingSecret,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'X-Slack-Request-Timestamp': timestamp, 'X-Slack-Signature': `v0=${hash}` };
}

const form = (of: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(
    Object.entries(of).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();

const isForm = ({ kind }: Delivery): boolean => kind !== 'events_api';

/** Commands are a form, interactions JSON in a form, events JSON. */
function bodyOf({ kind, payload }: Delivery): string {
  if (kind === 'slash_commands') return form(payload);
  return kind === 'interactive' ? form({ payload: JSON.stringify(payload) }) : JSON.stringify(payload);
}

/** Slack's reason for a retry, by header. */
const httpReasons: Readonly<Record<string, string>> = {
  timeout: 'http_timeout',
  http_error: 'http_error',
  connection_failed: 'connection_failed',
};

function headersOf(delivery: Delivery, body: string, at: number): Record<string, string> {
  const { retry } = delivery;
  return {
    'Content-Type': isForm(delivery) ? 'application/x-www-form-urlencoded' : 'application/json',
    ...signature(body, at),
    ...(retry
      ? {
          'X-Slack-Retry-Num': String(retry.attempt),
          'X-Slack-Retry-Reason': httpReasons[retry.reason] ?? retry.reason,
        }
      : {}),
  };
}

/** JSON where it is; an empty body is no answer. */
function parse(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return { text };
  }
}

/** Posts to `url`; what is not answered with 200 in time is not acknowledged. */
export function createRequests(of: {
  readonly clock: Clock;
  readonly deadline: number;
  readonly url: string;
}) {
  return async function send(delivery: Delivery): Promise<Acknowledged> {
    const started = of.clock.now();
    const late = new AbortController();
    const cancel = of.clock.after(of.deadline, () => late.abort());
    const body = bodyOf(delivery);
    try {
      const response = await fetch(of.url, {
        method: 'POST',
        body,
        headers: { ...headersOf(delivery, body, started), Connection: 'close' },
        signal: late.signal,
      });
      const text = await response.text();
      if (!response.ok) throw new NotAcknowledged(`${delivery.kind} (${response.status})`, 'http_error');
      return { payload: parse(text), ms: of.clock.now() - started };
    } catch (error) {
      if (error instanceof NotAcknowledged) throw error;
      throw new NotAcknowledged(delivery.kind, late.signal.aborted ? 'timeout' : 'connection_failed');
    } finally {
      cancel();
    }
  };
}

/** Asks the app to prove that the address is its own, as Slack does when it is entered. https://docs.slack.dev/reference/events/url_verification */
export async function verifyUrl(url: string, at: number): Promise<boolean> {
  const challenge = 'simulated-challenge';
  const body = JSON.stringify({ type: 'url_verification', token: 'verification', challenge });
  const headers = { 'Content-Type': 'application/json', ...signature(body, at), Connection: 'close' };
  const response = await fetch(url, { method: 'POST', body, headers });
  return response.ok && (await response.text()).includes(challenge);
}
