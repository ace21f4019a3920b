/** The gateway: greets connections, keeps them alive, and tells what happens. https://docs.discord.com/developers/events/gateway */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { closeAll } from '../../simulator/web-socket.ts';
import { gatewayLimits } from '../limits.ts';
import { may } from '../permission.ts';
import type { Dispatch } from '../world.ts';
import type { Connection, Hub, Parts } from './hub.ts';
import { closeReasons, shut, spendIdentify, startLimit } from './hub.ts';
import { identify, requestMembers, resume } from './identify.ts';
import { offer } from './session.ts';

interface Service {
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  readonly dispatch: (event: Dispatch) => void;
  /** How many sessions are connected. */
  count(): number;
  /** What `/gateway/bot` says of it. */
  readonly startLimit: () => object;
  /** How often clients identified so far. */
  identifies(): number;
  close(): Promise<void>;
}

export interface Gateway extends Service {
  /** As if clients had identified so often besides. */
  spend(count: number): void;
  /** Asks every client to come back (op 7). */
  reconnect(): void;
  /** Says that the session is invalid (op 9): it is told nothing before it resumes, and forgotten where it may not. */
  invalidate(resumable: boolean): void;
  /** Closes every connection with that code. */
  shut(code: number): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Answers no heartbeat any more, so that a client sees a zombie; or does again. */
  deafen(isDeaf: boolean): void;
  /** Greets no connection any more, or does again. */
  mute(isMute: boolean): void;
  /** The next client that identifies or resumes is refused with that code. */
  refuse(code: number): void;
  /** Sends that text over every connection as it is. */
  raw(frame: string): void;
}

type Data = Readonly<Record<string, unknown>>;
type Receive = (connection: Connection, data: Data) => void;

const acknowledgement = JSON.stringify({ op: 11 });
const nothing = (): void => undefined;

/** By opcode. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const receivers: Readonly<Record<number, Receive>> = {
  1: ({ hub, socket }) => (hub.isDeaf ? undefined : socket.send(acknowledgement)),
  2: identify,
  3: nothing,
  4: nothing,
  6: resume,
  8: requestMembers,
};

const beforeSession = new Set([1, 2, 6]);

function parse(data: RawData): { readonly op: number; readonly d: Data } | null {
  try {
    return JSON.parse((data as Buffer).toString()) as { op: number; d: Data };
  } catch {
    return null;
  }
}

function isTooFast(connection: Connection): boolean {
  const now = connection.hub.clock.now();
  connection.frames = [...connection.frames.filter((at) => at > now - gatewayLimits.window), now];
  return connection.frames.length > gatewayLimits.sends;
}

function receive(connection: Connection, data: RawData): void {
  const frame = parse(data);
  if (!frame) return shut(connection, 4002);
  if (isTooFast(connection)) return shut(connection, 4008);
  const receiver = receivers[frame.op];
  if (!receiver) return shut(connection, 4001);
  if (!connection.session && !beforeSession.has(frame.op)) return shut(connection, 4003);
  receiver(connection, frame.d ?? {});
}

/** A client that says goodbye ends its session. https://docs.discord.com/developers/events/gateway#initiating-a-disconnect */
function onClose({ hub, session, socket }: Connection, code: number): void {
  if (session?.socket === socket) session.socket = null;
  if (session && (code === 1000 || code === 1001)) hub.sessions.delete(session.id);
  hub.changed();
}

function greet(hub: Hub, socket: WebSocket, request: IncomingMessage): void {
  const connection: Connection = { hub, socket, session: null, frames: [] };
  socket.on('message', (data) => receive(connection, data));
  socket.on('close', (code) => onClose(connection, code));
  socket.on('error', () => socket.terminate());
  const version = new URL(request.url ?? '/', 'http://localhost').searchParams.get('v');
  if (version !== '10') return shut(connection, 4012);
  if (!hub.isMute) socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: hub.heartbeat } }));
}

function dispatch(hub: Hub, event: Dispatch): void {
  const { state, sessions } = hub;
  const isMember = state.guilds.get(event.guild ?? '')?.members.has(state.app.id) ?? event.guild === null;
  const isVisible =
    event.channel === null || may(state, { user: state.app.id, channel: event.channel }, 'viewChannel');
  if (isMember && isVisible) sessions.forEach((session) => offer(session, event));
}

const hubOf = (parts: Parts): Hub => ({
  ...parts,
  sessions: new Map(),
  identifies: [],
  isDeaf: false,
  isMute: false,
  refusal: null,
});

function invalidate(hub: Hub, resumable: boolean): void {
  for (const session of hub.sessions.values()) session.socket = null;
  if (!resumable) hub.sessions.clear();
}

/** What goes wrong on purpose. */
const troubles = (hub: Hub, server: WebSocketServer): Omit<Gateway, keyof Service> => {
  const raw = (frame: string): void => server.clients.forEach((socket) => socket.send(frame));
  return {
    raw,
    spend: (count) => Array.from({ length: count }).forEach(() => spendIdentify(hub)),
    reconnect: () => raw(JSON.stringify({ op: 7, d: null })),
    invalidate: (resumable) => {
      invalidate(hub, resumable);
      raw(JSON.stringify({ op: 9, d: resumable }));
    },
    shut: (code) => server.clients.forEach((socket) => socket.close(code, closeReasons[code])),
    cut: () => server.clients.forEach((socket) => socket.terminate()),
    deafen: (isDeaf) => Object.assign(hub, { isDeaf }),
    mute: (isMute) => Object.assign(hub, { isMute }),
    refuse: (refusal) => Object.assign(hub, { refusal }),
  };
};

export function createGateway(parts: Parts): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const hub = hubOf(parts);
  return {
    ...troubles(hub, server),
    upgrade: (request, stream, head) =>
      server.handleUpgrade(request, stream, head, (socket) => greet(hub, socket, request)),
    dispatch: (event) => dispatch(hub, event),
    count: () => [...hub.sessions.values()].filter(({ socket }) => socket !== null).length,
    startLimit: () => startLimit(hub),
    identifies: () => hub.identifies.length,
    close: () => closeAll(server),
  };
}
