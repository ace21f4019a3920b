/** What the process gives to the Slack chat. */
import type { Surroundings } from '../../src/port.ts';
import type { Timing } from './timing.ts';

/** How what people do gets in: over a socket that the bot opens, or by requests of Slack's to a port (0: any that is free). */
export type Way =
  | { readonly appToken: string }
  | { readonly signingSecret: string; readonly port: number; readonly host: string };

export interface Options extends Surroundings {
  /** Of the bot: `xoxb-…`. */
  readonly token: string;
  readonly way: Way;
  /** Ends in `/api/`. */
  readonly apiUrl: string;
  /** Told the port that Slack's requests are heard on. */
  readonly listening?: (port: number) => void;
  /** Other times than the usual ones. */
  readonly timing?: Partial<Timing>;
}
