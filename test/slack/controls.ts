/** What a test does to Slack itself: its clock, its connections, and what goes wrong with it. */
import type { Made } from './create.ts';
import { emit, emitAgain } from './event.ts';
import type { Fault, Scenario } from './scenario.ts';
import type { Sockets } from './socket.ts';
import type { World } from './world.ts';
import { signature, verifyUrl } from './signed.ts';

interface SocketControls extends Pick<Sockets, 'count' | 'disconnect' | 'cut' | 'raw'> {
  /** Waits for so many connections. */
  connected(count: number): Promise<void>;
  /** Slack's word that an app gets too many events; it has no event in it. */
  tellRateLimited(): void;
}

export interface Controls {
  /** Moves the clock on: response addresses expire, retries become due. */
  advance(ms: number): void;
  /** The next `times` calls (1) of the method get 429, with that `Retry-After` or without. */
  limit(method: string, of?: { readonly times?: number; readonly retryAfter?: number | string }): void;
  /** The next `times` calls (1) of the method go wrong like that. */
  fail(method: string, fault: Fault, times?: number): void;
  /** The next call of the method waits until the answer of this is called. */
  hold(method: string): () => void;
  /** From now on everything is sent as signed requests to that address; `null`: by Socket Mode again. */
  deliverTo(url: string | null): void;
  /** Does the app prove that the address is its own? */
  verifyUrl(url: string): Promise<boolean>;
  /** Any event: `name` is the name of the subscription. `times`: so often with the same `event_id`. */
  event(name: string, event: Readonly<Record<string, unknown>>, times?: number): Promise<void>;
  /** Headers that prove that a body comes from Slack at that time, now if nothing is said. */
  sign(body: string, at?: number): Readonly<Record<string, string>>;
  /** The first thing but nothing that `condition` says; asked again with whatever happens. */
  until<T>(condition: () => T | undefined | null | false, what?: string): Promise<T>;
  readonly socket: SocketControls;
}

/** https://docs.slack.dev/reference/events/app_rate_limited */
function rateLimited({ clock, id, state }: World): string {
  const payload = {
    token: 'verification',
    type: 'app_rate_limited',
    team_id: state.team.id,
    minute_rate_limited: Math.floor(clock.now() / 60_000) * 60,
    api_app_id: state.app.id,
  };
  const envelope_id = id('envelope');
  return JSON.stringify({ envelope_id, type: 'events_api', payload, accepts_response_payload: false });
}

const socketControls = ({ world, sockets }: Made): SocketControls => ({
  count: () => sockets.count(),
  disconnect: (reason) => sockets.disconnect(reason),
  cut: () => sockets.cut(),
  raw: (frame) => sockets.raw(frame),
  connected: async (count) => {
    await world.feed.until(() => sockets.count() === count, `${count} connections`);
  },
  tellRateLimited: () => sockets.raw(rateLimited(world)),
});

export function controlsOf(made: Made, scenario: Scenario): Controls {
  const { world, deliverTo } = made;
  const { clock, feed } = world;
  return {
    advance: (ms) => clock.advance(ms),
    limit: (method, { times = 1, ...rest } = {}) => scenario.plan(method, { kind: 'limit', ...rest }, times),
    fail: (method, fault, times = 1) => scenario.plan(method, fault, times),
    hold: (method) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      scenario.plan(method, { kind: 'held', until: promise }, 1);
      return () => resolve(undefined);
    },
    deliverTo,
    verifyUrl: (url) => verifyUrl(url, clock.now()),
    event: (name, event, times = 1) =>
      times === 1 ? emit(world, name, event) : emitAgain(world, event, times),
    sign: (body, at = clock.now()) => signature(body, at),
    until: (condition, what = 'what the test waits for') => feed.until(condition, what),
    socket: socketControls(made),
  };
}
