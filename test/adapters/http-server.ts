/** Web servers on this machine for the tests of the way out to the web; gone when a test file is done. */
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterAll } from '@jest/globals';
import { createFetch } from '../../adapters/http/index.ts';
import type { FetchOptions } from '../../adapters/http/index.ts';
import type { Fetch } from '../../src/port.ts';

export interface Web {
  /** `http://127.0.0.1:4567` */
  readonly url: string;
  /** `127.0.0.1:4567` */
  readonly host: string;
  readonly port: number;
  /** What was asked, in order. */
  readonly asked: readonly IncomingMessage[];
  /** Connections that were ever made. */
  readonly connections: readonly Socket[];
}

interface Place {
  readonly host?: string;
  readonly port?: number;
}

const stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
});

export async function startWeb(listener: RequestListener, place: Place = {}): Promise<Web> {
  const asked: IncomingMessage[] = [];
  const server = createHttpServer((request, response) => {
    asked.push(request);
    return listener(request, response);
  });
  return { ...(await listen(server, place)), asked };
}

/** A server that speaks its own way: `talk` is given every connection. */
export const startSocket = async (talk: (socket: Socket) => void): Promise<Web> => ({
  ...(await listen(createServer(talk), {})),
  asked: [],
});

async function listen(server: Server, { host = '127.0.0.1', port = 0 }: Place): Promise<Omit<Web, 'asked'>> {
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    connections.push(socket);
    socket.on('error', () => {}); // it is cut short in many tests
  });
  server.listen(port, host);
  await once(server, 'listening');
  stops.push(() => {
    server.close();
    for (const connection of connections) connection.destroy();
  });
  const at = (server.address() as AddressInfo).port;
  const written = `${host.includes(':') ? `[${host}]` : host}:${at}`;
  return { url: `http://${written}`, host: written, port: at, connections };
}

/** Answers every question alike. */
export const saying =
  (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
    status = 200,
  ): ((request: IncomingMessage, response: ServerResponse) => void) =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

/** Resolves when every connection to it is closed. */
export async function untilLeft({ connections }: Web): Promise<void> {
  const open = connections.filter((socket) => !socket.closed);
  await Promise.all(open.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
}

/** A way out that may reach these servers. */
export const fetchWith = (webs: readonly Web[], options: Omit<FetchOptions, 'allow'> = {}): Fetch =>
  createFetch({ allow: new Set(webs.map(({ host }) => host)), ...options });
