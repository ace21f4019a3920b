/** Everything that the parts of the simulator share. */
import type { Clock } from '../simulator/clock.ts';
import type { Feed } from '../simulator/feed.ts';
import type { Channel, State } from './state.ts';

/** What whoever listens may see. Without `content` the messages of others are blank. */
export interface Eyes {
  readonly content: boolean;
}

/** Something that the gateway tells. `guild`, `channel`: who does not see them does not hear of it. */
export interface Dispatch {
  /** `MESSAGE_CREATE`. */
  readonly name: string;
  readonly guild: string | null;
  readonly channel: Channel | null;
  readonly data: (eyes: Eyes) => object;
}

/** Something that Discord would have refused, and did here. */
export interface Violation {
  /** The operation, `create_message`, or `gateway`. */
  readonly where: string;
  readonly code: number;
  readonly message: string;
  /** `embeds.0.title: Must be 256 or fewer in length.` */
  readonly faults: readonly string[];
}

/** A call of the REST API. */
export interface ApiCall {
  /** As Discord's specification calls it: `create_message`. */
  readonly operation: string;
  readonly path: string;
  readonly body: unknown;
  /** When it came, and what came of it. */
  readonly at: number;
  readonly status: number;
}

/** Whom a message of the app notified, by name: `hanako`, `@organisers`, `@everyone`. */
export interface Ping {
  readonly message: string;
  readonly channel: string;
  readonly whom: readonly string[];
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 form. */
  readonly kind: 2 | 3 | 4 | 5;
  readonly user: string;
  readonly channel: string;
  readonly guild: string | null;
  readonly created: number;
  /** `meetup search`, of a command. */
  readonly name: string | null;
  /** The message whose component was used. */
  readonly message: string | null;
  /** Type of the callback; `null` before there was one. */
  readonly callback: number | null;
  /** Who alone sees what is answered: fixed with the callback. */
  readonly onlyFor: string | null;
  /** The message that `@original` means. */
  readonly original: string | null;
  /** Does that message still say that the app is thinking? */
  readonly thinking: boolean;
}

/** What came as the callback, and how long it took. */
export interface Acknowledged {
  readonly type: number;
  readonly data: unknown;
  readonly ms: number;
}

export interface World {
  readonly clock: Clock;
  readonly state: State;
  readonly feed: Feed;
  /** `http://127.0.0.1:PORT`. */
  readonly address: () => string;
  /** Milliseconds that an app has for its callback. */
  readonly deadline: number;
  readonly id: () => string;
  readonly dispatch: (event: Dispatch) => void;
  /** How often a client may still identify, as `/gateway/bot` says it. */
  readonly startLimit: () => object;
  /** How many connections it recommends. */
  readonly shards: number;
  /** By token. */
  readonly interactions: Map<string, Interaction>;
  /** Who waits for the callback, by token. */
  readonly waiting: Map<string, (acknowledged: Acknowledged) => void>;
  readonly acknowledgements: Acknowledged[];
  readonly violations: Violation[];
  readonly calls: ApiCall[];
  readonly pings: Ping[];
  /** When commands were created, everywhere (`null`) and in guilds. */
  readonly creates: { readonly guild: string | null; readonly at: number }[];
}
