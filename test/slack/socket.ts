/** Socket Mode: what Slack sends over WebSockets, and the acknowledgements that come back. https://docs.slack.dev/apis/events-api/using-socket-mode */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Clock } from '../simulator/clock.ts';
import { closeAll } from '../simulator/web-socket.ts';
import { maxConnections } from './limits.ts';
import { NotAcknowledged } from '../simulator/not-acknowledged.ts';
import type { Acknowledged, Delivery } from './world.ts';

export type Reason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface Sockets {
  /** The address of a connection that may be made once, under `address`. */
  ticket(address: string): string;
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** How many connections have been greeted. */
  count(): number;
  readonly send: (delivery: Delivery) => Promise<Acknowledged>;
  /** Tells every connection to go, as Slack does before it moves or where Socket Mode is switched off. */
  disconnect(reason: Reason): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** Sends that text over every connection as it is. */
  raw(frame: string): void;
  /**
   * Closes every connection with the handshake that WebSockets have: one that is cut while the client says goodbye leaves
   * a timer of 30 seconds in @slack/socket-mode 3.1, which keeps the process of the test alive.
   */
  close(): Promise<void>;
}

interface Parts {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly deadline: number;
  /** Id of the app. */
  readonly app: string;
  readonly id: (prefix: string) => string;
  /** Hears of acknowledgements that Slack would not understand. */
  readonly complain: (error: string) => void;
  /** Hears of connections that come and go. */
  readonly changed: () => void;
}

/** An envelope that is not acknowledged yet. */
interface Waiting {
  readonly socket: WebSocket;
  readonly settle: (payload: unknown) => void;
  readonly fail: (reason: NotAcknowledged['reason']) => void;
}

interface Hub extends Parts {
  readonly tickets: Set<string>;
  /** By `envelope_id`. */
  readonly waiting: Map<string, Waiting>;
  /** The one that is next comes first: they take turns. */
  sockets: readonly WebSocket[];
}

const what = ({ kind, payload }: Delivery): string =>
  [kind, payload['command'] ?? payload['type'], payload['text']].filter(Boolean).join(' ');

const debug = { host: 'applink-simulated', approximate_connection_time: 18_060 };

const hello = (hub: Hub): string =>
  JSON.stringify({
    type: 'hello',
    num_connections: hub.sockets.length,
    connection_info: { app_id: hub.app },
    debug_info: debug,
  });

const goodbye = (reason: Reason): string =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host: debug.host } });

function envelope(id: string, { kind, payload, answerable, retry }: Delivery): string {
  const tries = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
  return JSON.stringify({
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: answerable,
    ...(kind === 'events_api' ? tries : {}),
  });
}

function onAcknowledgement(hub: Hub, data: RawData): void {
  const text = (data as Buffer).toString();
  const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
  const found = id === undefined ? undefined : hub.waiting.get(id);
  if (found) found.settle(payload);
  else hub.complain(`no envelope waits for ${text}`);
}

function onClose(hub: Hub, socket: WebSocket): void {
  hub.sockets = hub.sockets.filter((one) => one !== socket);
  const lost = [...hub.waiting.values()].filter((one) => one.socket === socket);
  for (const one of lost) one.fail('connection_failed');
  hub.changed();
}

function greet(hub: Hub, socket: WebSocket): void {
  socket.on('message', (data) => onAcknowledgement(hub, data));
  socket.on('close', () => onClose(hub, socket));
  socket.on('error', () => socket.terminate());
  if (hub.sockets.length >= maxConnections) return socket.send(goodbye('too_many_websockets'));
  hub.sockets = [...hub.sockets, socket];
  socket.send(hello(hub));
  hub.changed();
}

/** Does the request have a ticket? It is used up. */
function admits(hub: Hub, request: IncomingMessage): boolean {
  const id = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket');
  return id !== null && hub.tickets.delete(id);
}

function ticket(hub: Hub, address: string): string {
  const id = hub.id('ticket');
  hub.tickets.add(id);
  return `${address.replace(/^http/, 'ws')}/link/?ticket=${id}&app_id=${hub.app}`;
}

function send(hub: Hub, delivery: Delivery): Promise<Acknowledged> {
  const [socket, ...others] = hub.sockets;
  if (!socket) return Promise.reject(new NotAcknowledged(what(delivery), 'connection_failed'));
  hub.sockets = [...others, socket];
  const id = hub.id('envelope');
  const started = hub.clock.now();
  const { promise, resolve, reject } = Promise.withResolvers<Acknowledged>();
  const end = (): void => {
    hub.waiting.delete(id);
    cancel();
  };
  const fail = (reason: NotAcknowledged['reason']): void => {
    end();
    reject(new NotAcknowledged(what(delivery), reason));
  };
  const settle = (payload: unknown): void => {
    end();
    resolve({ payload, ms: hub.clock.now() - started });
  };
  const cancel = hub.clock.after(hub.deadline, () => fail('timeout'));
  hub.waiting.set(id, { socket, settle, fail });
  socket.send(envelope(id, delivery));
  return promise;
}

export function createSockets(parts: Parts): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const hub: Hub = { ...parts, tickets: new Set(), waiting: new Map(), sockets: [] };
  return {
    ticket: (address) => ticket(hub, address),
    upgrade: (request, stream, head) => {
      if (admits(hub, request)) server.handleUpgrade(request, stream, head, (socket) => greet(hub, socket));
      else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
    count: () => hub.sockets.length,
    send: (delivery) => send(hub, delivery),
    disconnect: (reason) => hub.sockets.forEach((socket) => socket.send(goodbye(reason))),
    cut: () => server.clients.forEach((socket) => socket.terminate()),
    raw: (frame) => hub.sockets.forEach((socket) => socket.send(frame)),
    close: () => closeAll(server),
  };
}
