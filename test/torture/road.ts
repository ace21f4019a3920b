/** The way to a platform: what is posted takes its time on it, and some of its answers never arrive. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, close } from '../simulator/server.ts';

export interface RoadWishes {
  /** Milliseconds that a post is on its way before the platform has it. */
  readonly latency: number;
  /** Is the answer to a post lost, this time? What was asked for is done all the same. */
  readonly isLost: () => boolean;
  /** Told whenever a request begins or ends. */
  readonly notice: () => void;
}

export interface Traffic {
  /** Posts so far. */
  readonly begun: number;
  /** Those of them that are on their way, there or back. Who sent them may be dead by now. */
  readonly underWay: number;
  /** Answers that did not arrive. */
  readonly lost: number;
}

export interface Road {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  readonly traffic: () => Traffic;
  readonly close: () => Promise<void>;
}

const isPost = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /\/(?:chat\.postMessage|messages|threads)$/.test(url);

/** Headers that belong to one connection. */
const own = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

/** `target`: where the platform is, likewise. */
export async function openRoad(target: string, { latency, isLost, notice }: RoadWishes): Promise<Road> {
  let [begun, underWay, lost] = [0, 0, 0];
  const post = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request).catch(() => null);
    // Who died before all of it was sent has asked for nothing.
    if (body === null) return;
    begun += 1;
    underWay += 1;
    notice();
    await wait(latency);
    const answer = await asked(target, request, body);
    if (isLost()) {
      lost += 1;
      response.destroy();
    } else answer(response);
    underWay -= 1;
    notice();
  };
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request).catch(() => null);
    if (body !== null) (await asked(target, request, body))(response);
  };
  const server = await listening((request, response) => {
    const take = isPost(request) ? post : pass;
    // Somebody who is dead by now hears nothing, and the platform may be stopping.
    take(request, response).catch(() => response.destroy());
  });
  return {
    address: addressOf(server),
    traffic: () => ({ begun, underWay, lost }),
    close: () => close(server),
  };
}

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** What the platform answers, as something that gives it back. */
async function asked(
  target: string,
  { url = '', method = 'GET', headers }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
): Promise<(response: ServerResponse) => void> {
  const sent = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !own.has(name) ? [[name, value]] : [],
  );
  const answer = await fetch(target + url, { method, headers: sent, ...(body.length > 0 && { body }) });
  const text = await answer.text();
  const given = [...answer.headers].filter(([name]) => !own.has(name) && name !== 'content-encoding');
  return (response) => void response.writeHead(answer.status, Object.fromEntries(given)).end(text);
}
