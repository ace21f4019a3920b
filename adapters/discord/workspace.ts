/** What all parts of the chat share: who the bot is, how it asks Discord, where it is, and what the process gives. */
import type { Bot } from '../../src/port.ts';
import type { Guilds } from './gateway/index.ts';
import type { Options } from './options.ts';
import type { Clients } from './rest/clients.ts';
import type { Timing } from './timing.ts';

export const platform = 'discord';

/** The application and its bot have one id. */
export interface Self {
  readonly id: string;
}

export interface Workspace extends Omit<Options, 'timing'> {
  readonly timing: Timing;
  readonly clients: Clients;
  readonly guilds: Guilds;
  readonly self: Self;
  readonly bot: Bot;
}
