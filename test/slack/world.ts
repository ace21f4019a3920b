/** Everything that the parts of the simulator share. */
import type { Clock } from '../simulator/clock.ts';
import type { Feed } from '../simulator/feed.ts';
import type { State } from './state.ts';

/** What Slack sends to an app, by a socket or by HTTP. */
export interface Delivery {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
  /** May the acknowledgement carry an answer? */
  readonly answerable: boolean;
  readonly retry: { readonly attempt: number; readonly reason: string } | null;
}

/** `payload`: what came with the acknowledgement. `ms`: how long it took. */
export interface Acknowledged {
  readonly payload: unknown;
  readonly ms: number;
}

/** Something that Slack would have refused, and did here. */
export interface Violation {
  /** The method, `response_url` or `socket`. */
  readonly where: string;
  readonly error: string;
  readonly messages: readonly string[];
}

/** A call of the Web API. */
export interface ApiCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** When it came, and what came of it: `ok`, or the error. */
  readonly at: number;
  readonly result: string;
}

export interface World {
  readonly clock: Clock;
  readonly state: State;
  readonly feed: Feed;
  /** Where the Web API is: `http://127.0.0.1:PORT`. */
  readonly address: () => string;
  /** Milliseconds that an app has to acknowledge, and that a trigger lives. */
  readonly deadline: number;
  readonly triggerLife: number;
  /** At most so many objects on a page, whatever `limit` says. */
  readonly pageSize: number;
  /** A new id, `V00000001`. */
  readonly id: (prefix: string) => string;
  /** A new timestamp of a message. */
  readonly ts: () => string;
  /** Rejects with NotAcknowledged. */
  readonly send: (delivery: Delivery) => Promise<Acknowledged>;
  /** The address of a new Socket Mode connection. */
  readonly ticket: () => string;
  /** What was acknowledged so far, and in how many milliseconds. */
  readonly acknowledgements: { readonly kind: Delivery['kind']; readonly ms: number }[];
  readonly violations: Violation[];
  readonly calls: ApiCall[];
  readonly triggers: Map<string, Trigger>;
  readonly responses: Map<string, ResponseAddress>;
}

/** What opens a modal: once, and soon. */
export interface Trigger {
  readonly user: string;
  readonly expires: number;
  readonly used: boolean;
}

/** Where an app answers an interaction without a token. */
export interface ResponseAddress {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  readonly expires: number;
  readonly uses: number;
  readonly thread: string | null;
  /** The message that `replace_original` means. */
  readonly original: string | null;
}
