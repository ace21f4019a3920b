/**
 * What the library does not see to. A 429 without a time it would ask again at once, and each counts towards a ban; so
 * none leaves this fetch without one, and what was refused is not asked again before its time. Nothing is asked any more
 * where too much was refused, and whichever call first learns that the token is worth nothing ends the chat.
 */
import type { RESTOptions } from 'discord.js';
import { UserError } from '../../../src/error.ts';
import type { Options } from '../options.ts';
import { createRefusals } from './refusals.ts';

type Fetch = RESTOptions['makeRequest'];
type Init = Parameters<Fetch>[1];

/** Seconds to wait where Discord does not say how many. */
export const untoldWait = 30;

/** A fetch that all clients share. Its answers have been read to their end: the library gives no body a time limit. */
export function guardedFetch({ now, failed, log }: Pick<Options, 'now' | 'failed' | 'log'>): Fetch {
  const refusals = createRefusals(now, log);
  return async (url, init) => {
    const isOpen = isInteraction(url);
    const key = `${init.method} ${new URL(url).pathname}`;
    const left = refusals.left(key, isOpen);
    if (left > 0) return tooMany(left);
    const response = await ask(url, init);
    refusals.note(key, response);
    if (response.status === 401 && !isOpen) failed(new UserError('discord-token'));
    return response;
  };
}

/** What carries its own token. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const isInteraction = (url: string): boolean => /\/v\d+\/(?:interactions|webhooks)\//.test(url);

const tooMany = (ms: number): Response =>
  new Response(null, { status: 429, headers: { 'Retry-After': String(ms / 1000) } });

async function ask(url: string, { method, headers: sent, body: said, signal }: Init): Promise<Response> {
  const asked = { method, headers: sent, body: said, signal } as RequestInit;
  const response = await fetch(url, asked);
  const { status, statusText } = response;
  const body = await response.text();
  const headers = new Headers(response.headers);
  if (status === 429) headers.set('Retry-After', String(secondsOf(headers.get('Retry-After'), body)));
  return new Response(body === '' ? null : body, { status, statusText, headers });
}

/** The header, or what the body says, or what is likely. */
function secondsOf(header: string | null, body: string): number {
  const [, told = ''] = /"retry_after":\s*([\d.]+)/.exec(body) ?? [];
  return [header, told].map(Number).find((seconds) => seconds > 0) ?? untoldWait;
}
