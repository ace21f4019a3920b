/** The door of a simulator: an HTTP server on loopback. */
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What goes back. `null` instead of it: the connection breaks. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface Door {
  readonly answer: (request: IncomingMessage) => Promise<Reply | null>;
  /** A WebSocket is asked for. */
  readonly upgrade: (request: IncomingMessage, stream: Duplex, head: Buffer) => void;
}

export const nowhere: Reply = { status: 404, headers: {}, body: '' };

function write(response: ServerResponse, reply: Reply | null): void {
  if (reply === null) response.destroy();
  else response.writeHead(reply.status, reply.headers).end(reply.body);
}

/** Where to knock: `http://127.0.0.1:PORT`. */
export const addressOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Listens on a free port of this machine. */
export async function listen({ answer, upgrade }: Door): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request).then(
      (reply) => write(response, reply),
      (error: unknown) => write(response, { status: 500, headers: {}, body: String(error) }),
    );
  });
  server.on('upgrade', upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
