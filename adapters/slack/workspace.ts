/** What all parts of the chat share: who the bot is in its workspace, how it asks Slack, and what the process gives. */
import type { Bot } from '../../src/port.ts';
import type { Clients } from './web-api/clients.ts';
import type { Options } from './options.ts';
import type { Timing } from './timing.ts';

export const platform = 'slack';

/** Ids of the bot, and what its token may do, as auth.test says. */
export interface Self {
  readonly team: string;
  readonly user: string;
  readonly bot: string;
  /** Address of the workspace, `https://team.slack.com/`; `null`: Slack does not say it. */
  readonly url: string | null;
  readonly scopes: ReadonlySet<string>;
}

export interface Workspace extends Omit<Options, 'timing'> {
  readonly timing: Timing;
  readonly clients: Clients;
  readonly self: Self;
  readonly bot: Bot;
}
