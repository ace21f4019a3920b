/** The HTTP server, with limits on what a client may cost. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { UserError } from '../../src/error.ts';
import type { Address } from './address.ts';

export interface Limits {
  /** Milliseconds that a client has to send its headers, and its whole request. */
  readonly headers: number;
  readonly request: number;
  /** Milliseconds between looks for clients that are too slow. */
  readonly check: number;
  /** Connections at a time; more are closed at once. */
  readonly connections: number;
  /** Milliseconds that requests under way have when the server stops. */
  readonly grace: number;
}

export const usualLimits: Limits = {
  headers: 10_000,
  request: 15_000,
  check: 1_000,
  connections: 500,
  grace: 3_000,
};

/** Header lines of one request; more are not read. */
const headerLines = 100;

export interface Listening {
  readonly port: number;
  /** Takes no more requests, finishes those under way, and settles. */
  readonly close: () => Promise<void>;
}

/** Throws UserError `port-taken` or `port-forbidden`. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: Address,
  limits: Limits,
): Promise<Listening> {
  const answer = getRequestListener(fetch);
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      connectionsCheckingInterval: limits.check,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  server.maxHeadersCount = headerLines;
  server.maxConnections = limits.connections;
  const bound = once(server, 'listening');
  server.listen(port, host);
  await bound.catch((error: NodeJS.ErrnoException) => {
    const code = complaints[error.code ?? ''];
    throw code === undefined ? error : new UserError(code, { host, port });
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server, limits.grace) };
}

const complaints: Readonly<Record<string, string>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-forbidden',
  EADDRNOTAVAIL: 'host-unknown',
  ENOTFOUND: 'host-unknown',
};

async function close(server: Server, grace: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const deadline = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(deadline);
}
