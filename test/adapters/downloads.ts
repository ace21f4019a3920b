/** Where files of messages are fetched from: a server that answers as a test says, and a network that only notes what it is asked. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach } from '@jest/globals';

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Downloads {
  /** `http://127.0.0.1:…` */
  readonly address: () => string;
  /** Since the test began. */
  readonly asked: readonly Asked[];
  /** What it answers from now on. */
  answer: RequestListener;
}

/** A server for each test of the file, or of the `describe` around it. */
export function serveDownloads(): Downloads {
  let server: Server;
  const asked: Asked[] = [];
  const downloads: Downloads = {
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (_request, response) => response.end(),
  };
  beforeEach(async () => {
    asked.length = 0;
    server = createServer((request, response) => {
      asked.push({ path: request.url ?? '', headers: request.headers });
      downloads.answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return downloads;
}

export const says =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'image/png', ...headers }).end(body);

/** Answers to a reader that wants ten bytes, and takes none of these for a file. */
export const noFiles: readonly (readonly [what: string, RequestListener])[] = [
  ['more than is wanted', says('0123456789x')],
  [
    'more and more, without an end',
    (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      const more = (): boolean => response.write('x'.repeat(1000)) && more();
      response.on('drain', more);
      more();
    },
  ],
  ['what was packed', says(gzipSync('x'.repeat(1000)), { 'Content-Encoding': 'gzip' })],
  ['less than it promises', says('abc', { 'Content-Length': '5' })],
  ['another address', (_request, response) => response.writeHead(302, { Location: '/b.png' }).end()],
  ['no', (_request, response) => response.writeHead(404, { 'Content-Type': 'image/png' }).end('gone')],
  ['part of it', (_request, response) => response.writeHead(206, { 'Content-Type': 'image/png' }).end('x')],
  ['nothing', (request) => request.socket.destroy()],
  ['nothing for too long', () => {}],
  [
    'the rest of it for too long',
    (_request, response) => response.writeHead(200, { 'Content-Type': 'image/png' }).write('x'),
  ],
];

/** In place of the network: each address is answered with an image that says x, and noted. */
export function noteFetched(): { readonly fetched: readonly unknown[] } {
  const really = globalThis.fetch;
  const fetched: unknown[] = [];
  beforeEach(() => {
    fetched.length = 0;
    globalThis.fetch = async (url) => {
      fetched.push(url);
      return new Response('x', { headers: { 'Content-Type': 'image/png' } });
    };
  });
  afterEach(() => {
    globalThis.fetch = really;
  });
  return { fetched };
}

export const textOf = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString();
