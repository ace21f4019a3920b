/** One connection of Socket Mode, from its hello to its end, by Slack's library, whose own reconnecting is switched off. */
import { SocketModeReceiver } from '@slack/bolt';
import type { App } from '@slack/bolt';
import { loggerOf } from '../logger.ts';
import type { Options } from '../options.ts';
import { patientFetch } from '../web-api/rate.ts';
import type { Process } from '../receiver.ts';
import { endingOf, readFrame } from './frame.ts';
import type { Ending } from './frame.ts';
import type { Timing } from '../timing.ts';

export interface Connection {
  /** Settles when it has ended, or Slack says that it will soon: until it is closed it goes on as long as it can. */
  readonly over: Promise<Ending>;
  readonly close: () => void;
}

interface Connecting extends Pick<Options, 'apiUrl' | 'log' | 'now'> {
  readonly appToken: string;
  readonly timing: Timing;
  readonly process: Process;
}

type Client = SocketModeReceiver['client'];

/** A connection that has been greeted, or why there is none. Throws what apps.connections.open throws. */
export async function connect(asked: Connecting): Promise<Connection | Ending> {
  const receiver = createReceiver(asked);
  // All that it wants of an app.
  receiver.init({ processEvent: asked.process } as App);
  const { client } = receiver;
  const ended = Promise.withResolvers<Ending>();
  client.once('disconnected', () => ended.resolve('cut'));
  guard(client, { end: ended.resolve, log: asked.log });
  const close = (): void => void client.disconnect().catch(() => {});
  const first = await greeting(client, ended.promise, asked.timing);
  if (first === 'hello') return { over: ended.promise, close };
  close();
  return first;
}

const createReceiver = ({ appToken, apiUrl, log, now, timing }: Connecting): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: loggerOf(log),
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: timing.request,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        fetch: patientFetch(now),
      },
    },
  });

async function greeting(client: Client, over: Promise<Ending>, timing: Timing): Promise<Ending | 'hello'> {
  const waiting = new AbortController();
  const late = timing.sleep(timing.hello, waiting.signal).then(() => 'cut' as const);
  // Where the connection breaks, the library rejects with nothing.
  const started = client.start().then(
    () => 'hello' as const,
    (error: unknown) => {
      if (error === undefined) return 'cut' as const;
      throw error;
    },
  );
  // It may reject after somebody else has been quicker.
  started.catch(() => {});
  try {
    return await Promise.race([started, over, late]);
  } finally {
    waiting.abort();
  }
}

/**
 * Stands before the library's own listener. What is no envelope at all would crash the process (socket-mode 3.1.0), and so
 * would `app_rate_limited`, an event without an event in it: it gets a type of its own, under which it is acknowledged.
 */
function guard(
  client: Client,
  { end, log }: Pick<Options, 'log'> & { readonly end: (why: Ending) => void },
): void {
  const [listener] = client.listeners('ws_message') as ((
    data: unknown,
    isBinary: boolean,
  ) => Promise<void>)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown) => {
    const frame = readFrame(data);
    if (frame === null) return;
    const ending = endingOf(frame);
    if (ending !== null) return end(ending);
    listener?.(JSON.stringify(frame), false).catch((error: unknown) =>
      log.warn({ err: error }, 'what Slack sent could not be read'),
    );
  });
  client.on('app_rate_limited', ({ ack }: { readonly ack: () => Promise<void> }) => {
    log.warn({}, 'Slack sends no more events for a minute: there were too many');
    ack().catch(() => {});
  });
}
