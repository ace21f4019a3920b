/** The chat from its first word to its last: what it takes up, what it does while it lasts, what it waits for at the end. */
import { sweepKept } from '../../src/command/next.ts';
import { createApp } from './app.ts';
import { createClients } from './web-api/clients.ts';
import type { Clients } from './web-api/clients.ts';
import type { Desk } from './desk.ts';
import { attentive } from './receiver/attention.ts';
import { createHttp } from './receiver/http.ts';
import { createInbox } from './receiver/inbox.ts';
import type { Inbox } from './receiver/inbox.ts';
import { listeners } from './listener/index.ts';
import type { Options } from './options.ts';
import { createReceiver } from './receiver.ts';
import type { Entrance } from './receiver.ts';
import { createSocket } from './receiver/socket.ts';
import { usualTiming } from './timing.ts';
import type { Timing } from './timing.ts';
import { lasting } from '../../src/view/timing.ts';
import { createWork } from '../../src/view/work.ts';
import type { Work } from '../../src/view/work.ts';

/** What lasts as long as the chat does. */
export interface Life {
  readonly timing: Timing;
  readonly clients: Clients;
  readonly entrance: Entrance;
  readonly work: Work;
  /** Comes when the chat is to end. */
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

export function createLife(options: Options): Life {
  const stopping = new AbortController();
  const { signal } = stopping;
  const timing: Timing = lasting({ ...usualTiming, sleep: options.sleep, ...options.timing }, signal);
  const parts = { ...options, ...options.way, timing };
  return {
    timing,
    clients: createClients(options, timing),
    entrance: 'appToken' in parts ? createSocket(parts) : createHttp(parts),
    work: createWork(timing),
    signal,
    stop: () => stopping.abort(),
  };
}

/** What an earlier process left undone is found before anything new comes in, and done beside it. */
export async function open(desk: Desk, { entrance, work, signal }: Life): Promise<void> {
  const inbox = createInbox(desk);
  const finish = await inbox.unfinished();
  const receiver = createReceiver(entrance, (handle) => {
    const take = attentive(inbox.around(handle), desk);
    return (event) => work.add(take(event));
  });
  const app = createApp(receiver, desk);
  for (const listen of listeners) listen(app, desk);
  await app.start();
  if (signal.aborted) return;
  const aside = (task: Promise<void>): void =>
    void work
      .add(task)
      .catch((error: unknown) => desk.log.error({ err: error }, 'what was left could not be seen to'));
  aside(finish((event) => app.processEvent(event)));
  aside(sweep(desk, inbox));
  const timer = setInterval(() => aside(sweep(desk, inbox)), sweepEvery);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Milliseconds. */
const sweepEvery = 60 * 60_000;

/** Forgets what nobody needs any more. */
async function sweep(desk: Desk, inbox: Inbox): Promise<void> {
  await inbox.sweep();
  await desk.posts.sweep();
  await sweepKept(desk);
}

/** Nothing comes in any more; answers that are under way have a while to arrive. */
export async function end({ entrance, work, timing, stop }: Life): Promise<void> {
  stop();
  await entrance.stop();
  await work.done(timing.farewell);
}
