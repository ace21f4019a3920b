/** Socket Mode: what Slack sends over a WebSocket, and the acknowledgements that come back. https://docs.slack.dev/apis/events-api/using-socket-mode */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Clock } from './clock.ts';
import { maxConnections } from './limits.ts';
import { NotAcknowledged } from './refusal.ts';
import type { Acknowledged, Delivery } from './world.ts';

export type Reason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

interface Waiting {
  readonly socket: WebSocket;
  readonly settle: (payload: unknown) => void;
  readonly fail: (reason: NotAcknowledged['reason']) => void;
}

export interface Sockets {
  /** The address of a connection that may be made once, under `address`. */
  ticket(address: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
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

const what = ({ kind, payload }: Delivery): string =>
  [kind, payload['command'] ?? payload['type'], payload['text']].filter(Boolean).join(' ');

const goodbye = (reason: Reason): string =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-simulated' } });

function frame(id: string, { kind, payload, answerable, retry }: Delivery): string {
  return JSON.stringify({
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: answerable,
    ...(kind === 'events_api'
      ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
      : {}),
  });
}

/** Milliseconds that a client has to say goodbye. */
const patience = 1000;

async function goodnight(socket: WebSocket): Promise<void> {
  const closed = once(socket, 'close');
  const timer = setTimeout(() => socket.terminate(), patience);
  socket.close(1001);
  await closed;
  clearTimeout(timer);
}

/** `complain` hears of acknowledgements that Slack would not understand. */
export function createSockets(of: {
  readonly clock: Clock;
  readonly deadline: number;
  readonly app: string;
  readonly id: (prefix: string) => string;
  readonly complain: (error: string) => void;
  readonly changed: () => void;
}): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, Waiting>();
  /** The one that is next comes first: they take turns. */
  let sockets: readonly WebSocket[] = [];

  function ticket(address: string): string {
    const id = of.id('ticket');
    tickets.add(id);
    return `${address.replace(/^http/, 'ws')}/link/?ticket=${id}&app_id=${of.app}`;
  }

  function onAcknowledgement(data: RawData): void {
    const text = (data as Buffer).toString();
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
    const found = id === undefined ? undefined : waiting.get(id);
    if (!found) return of.complain(`no envelope waits for ${text}`);
    found.settle(payload);
  }

  function onClose(socket: WebSocket): void {
    sockets = sockets.filter((one) => one !== socket);
    for (const one of [...waiting.values()].filter((each) => each.socket === socket))
      one.fail('connection_failed');
    of.changed();
  }

  function greet(socket: WebSocket): void {
    if (sockets.length >= maxConnections) return socket.send(goodbye('too_many_websockets'));
    sockets = [...sockets, socket];
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        connection_info: { app_id: of.app },
        debug_info: { host: 'applink-simulated', approximate_connection_time: 18_060 },
      }),
    );
    of.changed();
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const id = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket');
    if (id === null || !tickets.delete(id)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, stream, head, (socket) => {
      socket.on('message', onAcknowledgement);
      socket.on('close', () => onClose(socket));
      socket.on('error', () => socket.terminate());
      greet(socket);
    });
  }

  function send(delivery: Delivery): Promise<Acknowledged> {
    const [socket, ...others] = sockets;
    if (!socket) return Promise.reject(new NotAcknowledged(what(delivery), 'connection_failed'));
    sockets = [...others, socket];
    const id = of.id('envelope');
    const started = of.clock.now();
    return new Promise((resolve, reject) => {
      const end = (): void => {
        waiting.delete(id);
        cancel();
      };
      const settle = (payload: unknown): void => {
        end();
        resolve({ payload, ms: of.clock.now() - started });
      };
      const fail = (reason: NotAcknowledged['reason']): void => {
        end();
        reject(new NotAcknowledged(what(delivery), reason));
      };
      const cancel = of.clock.after(of.deadline, () => fail('timeout'));
      waiting.set(id, { socket, settle, fail });
      socket.send(frame(id, delivery));
    });
  }

  return {
    ticket,
    upgrade,
    count: () => sockets.length,
    send,
    disconnect: (reason) => sockets.forEach((socket) => socket.send(goodbye(reason))),
    cut: () => server.clients.forEach((socket) => socket.terminate()),
    raw: (text) => sockets.forEach((socket) => socket.send(text)),
    close: async () => {
      await Promise.all([...server.clients].map(goodnight));
    },
  };
}
