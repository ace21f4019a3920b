/** Who the bot is, as Discord says when it starts. */
import { Routes } from 'discord.js';
import type { APIApplication } from 'discord.js';
import type { Clients } from './rest/clients.ts';
import { reach } from './rest/reach.ts';
import type { Reaching } from './rest/reach.ts';
import type { Self } from './workspace.ts';

interface Room extends Reaching {
  readonly clients: Clients;
}

/** `null` when the signal comes. Throws UserError `discord-token` where Discord does not take the token. */
export const identify = ({ clients, ...room }: Room): Promise<Self | null> =>
  reach(async () => {
    const { id } = (await clients.reading.get(Routes.currentApplication())) as APIApplication;
    return { id };
  }, room);
