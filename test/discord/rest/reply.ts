/** Answers of the REST API: JSON, nothing, a limit, or what a fault makes of them. */
import type { Reply } from '../../simulator/server.ts';
import type { Fault } from '../scenario.ts';

export const json = (status: number, body: unknown, headers: Reply['headers'] = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Nothing but a status: a 204 that calls itself JSON makes clients parse nothing. */
export const reply = (result: unknown, headers: Reply['headers']): Reply =>
  result === undefined ? { status: 204, headers, body: '' } : json(200, result, headers);

/** A page that is no answer of Discord's own. */
export const html = (status: number): Reply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  body: '<!DOCTYPE html><title>Access denied | discord.com used Cloudflare to restrict access</title>',
});

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export function limited(
  { scope, retryAfter }: { readonly scope: string; readonly retryAfter?: number | string },
  headers: Reply['headers'],
): Reply {
  const isGlobal = scope === 'global';
  const times = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return json(
    429,
    {
      message: 'You are being rate limited.',
      ...(typeof retryAfter === 'number' ? { retry_after: retryAfter } : {}),
      global: isGlobal,
    },
    {
      ...headers,
      ...times,
      'X-RateLimit-Scope': scope,
      ...(isGlobal ? { 'X-RateLimit-Global': 'true' } : {}),
    },
  );
}

/** What a planned fault answers instead of the call. `null`: the connection breaks. */
export function faulty(
  fault: Exclude<Fault, { kind: 'held' | 'lost' }>,
  headers: Reply['headers'],
): Reply | null {
  if (fault.kind === 'cut') return null;
  if (fault.kind === 'status') return html(fault.status);
  if (fault.kind === 'limit') return limited({ scope: 'user', ...fault }, headers);
  return json(
    fault.status,
    { code: fault.code ?? 0, message: fault.message ?? String(fault.status) },
    headers,
  );
}
