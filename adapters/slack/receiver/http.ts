/** HTTP mode: Slack calls the bot. Bolt checks the signature; here its time is checked, and that it is used once. */
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { once } from 'node:events';
import { HTTPReceiver } from '@slack/bolt';
import type { App } from '@slack/bolt';
import { UserError } from '../../../src/error.ts';
import type { Now } from '../../../src/port.ts';
import { createCache } from '../cache.ts';
import { loggerOf } from '../logger.ts';
import type { Options } from '../options.ts';
import type { Entrance, Process } from '../receiver.ts';

interface Room extends Pick<Options, 'log' | 'now' | 'listening'> {
  readonly signingSecret: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
}

/** How far a request's time may be from ours: https://docs.slack.dev/authentication/verifying-requests-from-slack */
const tolerance = 5 * 60_000;

/** Far more than Slack sends in the minutes in which a signature is good. */
const mostSignatures = 50_000;

/** Nothing but Slack's own requests is answered there: health has its place beside the pages. */
export function createHttp(room: Room): Entrance {
  let server: Server | null = null;
  return {
    start: async (process) => {
      server = createServer(timely(listenerOf(room, process), room.now));
      await listen(server, room);
    },
    stop: async () => {
      server?.close();
      server?.closeIdleConnections();
    },
  };
}

async function listen(server: Server, { host, port, listening }: Room): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE' ? new UserError('slack-port-taken', { port }) : error;
  }
  const address = server.address();
  if (typeof address === 'object' && address !== null) listening?.(address.port);
}

function listenerOf({ signingSecret, log }: Room, process: Process): RequestListener {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: loggerOf(log),
    customPropertiesExtractor: ({ headers }) => ({ signature: headers['x-slack-signature'] }),
  });
  receiver.init({ processEvent: oncePerSignature(process) } as App);
  return receiver.requestListener;
}

/** Slack tells again with a signature of its own; the same one again is somebody else's copy. */
function oncePerSignature(process: Process): Process {
  const used = createCache<true>(mostSignatures);
  return async (event) => {
    const signature = String(event.customProperties?.['signature']);
    if (used.get(signature)) return event.ack();
    used.set(signature, true);
    await process(event);
  };
}

/** Bolt refuses what is too old; what comes from the future could be replayed for as long as it is ahead. */
const timely =
  (listener: RequestListener, now: Now): RequestListener =>
  (request, response) => {
    try {
      if (isTimely(request, now)) listener(request, response);
      else response.writeHead(401).end();
    } catch {
      // Any other address than Slack's.
      response.writeHead(404).end();
    }
  };

function isTimely({ headers }: IncomingMessage, now: Now): boolean {
  const told = headers['x-slack-request-timestamp'];
  return told === undefined || Math.abs(Number(told) * 1000 - now().getTime()) <= tolerance;
}
