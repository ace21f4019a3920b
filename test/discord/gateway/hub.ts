/** What the connections of the gateway have in common: sessions, the budget of identifies, and what is made to go wrong. */
import type { WebSocket } from 'ws';
import type { Clock } from '../../simulator/clock.ts';
import { gatewayLimits } from '../limits.ts';
import type { State } from '../state.ts';
import type { Session } from './session.ts';

export interface Parts {
  readonly clock: Clock;
  readonly state: State;
  readonly id: () => string;
  readonly address: () => string;
  /** Hears of what Discord would not understand: the code with which it closes, and why. */
  readonly complain: (code: number, message: string) => void;
  /** Hears of connections that come and go. */
  readonly changed: () => void;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
  readonly maxConcurrency: number;
}

export interface Hub extends Parts {
  /** By id. */
  readonly sessions: Map<string, Session>;
  /** When clients identified, in milliseconds. */
  identifies: readonly number[];
  /** Heartbeats are not answered. */
  isDeaf: boolean;
  /** The code that the next client which identifies or resumes is refused with. */
  refusal: number | null;
  /** Connections are not greeted. */
  isMute: boolean;
}

/** One connection. */
export interface Connection {
  readonly hub: Hub;
  readonly socket: WebSocket;
  session: Session | null;
  /** When frames came, in milliseconds. */
  frames: readonly number[];
}

const day = 24 * 60 * 60_000;

/** https://docs.discord.com/developers/events/gateway#session-start-limit-object */
export function startLimit(hub: Hub): object {
  const recent = hub.identifies.filter((at) => at > hub.clock.now() - day);
  return {
    total: gatewayLimits.identifies,
    remaining: Math.max(0, gatewayLimits.identifies - recent.length),
    reset_after: recent[0] === undefined ? 0 : recent[0] + day - hub.clock.now(),
    max_concurrency: hub.maxConcurrency,
  };
}

/** One more; `false` when there are none left, and then the token is reset, too. */
export function spendIdentify(hub: Hub): boolean {
  const recent = hub.identifies.filter((at) => at > hub.clock.now() - day);
  hub.identifies = [...recent, hub.clock.now()];
  if (hub.identifies.length <= gatewayLimits.identifies) return true;
  hub.state.token = null;
  return false;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const closeReasons: Readonly<Record<number, string>> = {
  4000: 'Unknown error.',
  4001: 'Unknown opcode.',
  4002: 'Error while decoding payload.',
  4003: 'Not authenticated.',
  4004: 'Authentication failed.',
  4005: 'Already authenticated.',
  4007: 'Invalid seq.',
  4008: 'You are being rate limited.',
  4009: 'Session timed out.',
  4010: 'Invalid shard.',
  4011: 'Sharding required.',
  4012: 'Invalid API version.',
  4013: 'Invalid intent(s).',
  4014: 'Disallowed intent(s).',
};

/** Closes it, and notes what a client did wrong. */
export function shut({ hub, socket }: Connection, code: number): void {
  hub.complain(code, closeReasons[code] ?? '');
  socket.close(code, closeReasons[code]);
}
