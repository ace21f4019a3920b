/** What a failure of Discord's API means for what was to be posted: that it was not done, or that nobody knows. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Posted } from '../../../src/port.ts';
import { isUnsent } from '../../../src/view/unsent.ts';
import { untoldWait } from './guard.ts';

const later = (ms: number, now: Date): Posted => ({ status: 'later', after: new Date(now.getTime() + ms) });

/** What became of a post that failed so. Throws what is no failure of Discord's. */
export function postedOf(error: unknown, now: Date): Posted {
  if (error instanceof RateLimitError) return later(error.retryAfter, now);
  if (error instanceof DiscordAPIError) return { status: 'refused', reason: codeOf(error) };
  if (error instanceof HTTPError) return { status: 'unsure' };
  const { name, cause } = error as Error;
  if (isUnsent(error as Error)) return later(untoldWait * 1000, now);
  if (name === 'AbortError' || name === 'TimeoutError' || cause !== undefined) return { status: 'unsure' };
  throw error;
}

/** Discord's own number for what is wrong, https://docs.discord.com/developers/topics/opcodes-and-status-codes#json; '' where something else failed. */
export const codeOf = (error: unknown): string =>
  error instanceof DiscordAPIError ? String(error.code || `HTTP ${error.status}`) : '';
