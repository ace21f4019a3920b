/** What a test does to Discord itself: its clock, its gateway, and what goes wrong with it. */
import type { Made } from './create.ts';
import type { Gateway } from './gateway/index.ts';
import type { Rates } from './rest/rate.ts';
import type { Fault } from './scenario.ts';
import type { Ping } from './world.ts';

interface GatewayControls extends Pick<
  Gateway,
  | 'count'
  | 'identifies'
  | 'spend'
  | 'reconnect'
  | 'invalidate'
  | 'shut'
  | 'cut'
  | 'deafen'
  | 'mute'
  | 'refuse'
  | 'raw'
> {
  /** Waits for so many sessions that are connected. */
  connected(count: number): Promise<void>;
  /** Tells any event at all; for what people can not do, and for what is malformed. */
  tell(name: string, data: object, guild?: string): void;
}

export interface Controls {
  /** Moves the clock on: tokens of interactions expire, nonces are forgotten. */
  advance(ms: number): void;
  /** The next `times` calls (1) of the operation get 429: by default with no word about how long to wait. */
  limit(
    operation: string,
    of?: Omit<Extract<Fault, { kind: 'limit' }>, 'kind'> & { readonly times?: number },
  ): void;
  /** The next `times` calls (1) of the operation go wrong like that. */
  fail(operation: string, fault: Fault, times?: number): void;
  /** The next call of the operation waits until the answer of this is called. */
  hold(operation: string): () => void;
  /** From now on that operation has such a bucket in each channel, guild or webhook; `global`: all calls together. */
  readonly rule: Rates['rule'];
  /** Every call is answered with Cloudflare's page, or not any more. */
  readonly ban: Rates['ban'];
  /** Calls of the last ten minutes that were answered with 401, 403 or 429: at 10,000 Discord bans. */
  readonly invalidRequests: Rates['invalid'];
  /** Whom messages of the app notified. */
  readonly pings: readonly Ping[];
  /** The first thing but nothing that `condition` says; asked again with whatever happens. */
  until<T>(condition: () => T | undefined | null | false, what?: string): Promise<T>;
  readonly gateway: GatewayControls;
}

const gatewayControls = ({ world, gateway }: Made): GatewayControls => ({
  ...gateway,
  connected: async (count) => {
    await world.feed.until(() => gateway.count() === count, `${count} sessions`);
  },
  tell: (name, data, guild) =>
    world.dispatch({ name, guild: guild ?? null, channel: null, data: () => data }),
});

export function controlsOf(made: Made): Controls {
  const { world, rest } = made;
  const { scenario, rates } = rest;
  return {
    advance: (ms) => world.clock.advance(ms),
    limit: (operation, { times = 1, ...of } = {}) =>
      scenario.plan(operation, { kind: 'limit', ...of }, times),
    fail: (operation, fault, times = 1) => scenario.plan(operation, fault, times),
    hold: (operation) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      scenario.plan(operation, { kind: 'held', until: promise }, 1);
      return () => resolve(undefined);
    },
    rule: rates.rule,
    ban: rates.ban,
    invalidRequests: rates.invalid,
    pings: world.pings,
    until: (condition, what = 'what the test waits for') => world.feed.until(condition, what),
    gateway: gatewayControls(made),
  };
}
