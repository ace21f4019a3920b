/** Who the bot is, as Discord says when it starts. */
import { RateLimitError, Routes } from 'discord.js';
import type { APIApplication } from 'discord.js';
import { persist } from '../../src/view/persist.ts';
import type { Options } from './options.ts';
import type { Clients } from './rest/clients.ts';
import { failureOf } from './rest/failure.ts';
import type { Timing } from './timing.ts';
import type { Self } from './workspace.ts';

interface Room extends Pick<Options, 'log'> {
  readonly clients: Clients;
  readonly timing: Timing;
  readonly signal: AbortSignal;
}

/** `null` when the signal comes. Throws UserError `discord-token` where Discord does not take the token. */
export const identify = ({ clients, ...room }: Room): Promise<Self | null> =>
  reach(async () => {
    const { id } = (await clients.reading.get(Routes.currentApplication())) as APIApplication;
    return { id };
  }, room);

/** Asks Discord until it answers. `null` when the signal comes; throws UserError `discord-token`. */
export const reach = <T>(
  ask: () => Promise<T>,
  { timing, log, signal }: Omit<Room, 'clients'>,
): Promise<T | null> =>
  persist(
    () =>
      ask().catch((error: unknown) => {
        const failure = failureOf(error);
        throw failure.code === 'discord-token' ? failure : error;
      }),
    {
      signal,
      sleep: timing.sleep,
      chance: Math.random,
      failed: (error) => {
        log.warn({ err: error }, 'Discord can not be reached yet');
        return error instanceof RateLimitError ? error.retryAfter : 0;
      },
    },
  );
