/** A failure of Discord's API → what is wrong, for whoever set the bot up. Nothing of it is said that could hold a secret. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { UserError } from '../../../src/error.ts';

/** UserError `discord-token`, `discord-limited`, `discord-answered` or `discord-unreachable`. */
export function failureOf(error: unknown): UserError {
  if (error instanceof RateLimitError) return limited(error);
  if (error instanceof DiscordAPIError)
    return error.status === 401 ? new UserError('discord-token') : answered(reasonOf(error));
  if (error instanceof HTTPError) return answered(`HTTP ${error.status}`);
  return (error as Error).name === 'SyntaxError'
    ? notDiscord()
    : new UserError('discord-unreachable', { reason: causeOf(error as Error) });
}

/** Something else than Discord answers. */
export const notDiscord = (): UserError => answered('?');

const answered = (reason: string): UserError => new UserError('discord-answered', { reason });

/** Seconds; where Discord does not say, as many as it is likely to want. */
const untold = 30;

const limited = ({ retryAfter }: RateLimitError): UserError =>
  new UserError('discord-limited', { seconds: retryAfter > 0 ? Math.ceil(retryAfter / 1000) : untold });

/** `403, 50001`: the status, and Discord's own code, https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const reasonOf = ({ status, code }: DiscordAPIError): string =>
  typeof code === 'number' && code > 0 ? `HTTP ${status}, ${code}` : `HTTP ${status}`;

/** `ECONNREFUSED`, `ENOTFOUND`, `AbortError`. */
const causeOf = ({ code, name }: NodeJS.ErrnoException): string => (typeof code === 'string' ? code : name);

/** Did Discord say no? Where it did not answer at all, another time it may say yes. */
export const isRefusal = (error: unknown): boolean => error instanceof DiscordAPIError;
