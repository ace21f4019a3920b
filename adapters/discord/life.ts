/** The chat from its first word to its last: what it takes up, what it does while it lasts, what it waits for at the end. */
import { GatewayDispatchEvents as Event, LimitedCollection } from 'discord.js';
import { sweepKept } from '../../src/command/next.ts';
import { createWork } from '../../src/view/work.ts';
import type { Work } from '../../src/view/work.ts';
import type { Desk } from './desk.ts';
import { createDirect } from './direct.ts';
import { createGateway } from './gateway/index.ts';
import type { Gateway, Hear } from './gateway/index.ts';
import { listen } from './listener/index.ts';
import type { Options } from './options.ts';
import { createPeople } from './person.ts';
import { createPosts } from './post.ts';
import { createClients } from './rest/clients.ts';
import type { Clients } from './rest/clients.ts';
import { reach } from './rest/reach.ts';
import { usualTiming } from './timing.ts';
import type { Timing } from './timing.ts';
import type { Workspace } from './workspace.ts';

/** What lasts as long as the chat does. */
export interface Life {
  readonly timing: Timing;
  readonly clients: Clients;
  readonly work: Work;
  /** Comes when the chat is to end. */
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

export function createLife(options: Options): Life {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wished = { ...usualTiming, ...options.timing };
  // Nobody sleeps longer than the chat lasts, unless they have a signal of their own.
  const timing: Timing = { ...wished, sleep: (ms, own = signal) => wished.sleep(ms, own) };
  return {
    timing,
    clients: createClients(options, timing),
    work: createWork(timing),
    signal,
    stop: () => stopping.abort(),
  };
}

/** The desk, and the gateway by which it hears. */
export interface Opened {
  readonly desk: Desk;
  readonly gateway: Gateway;
}

/** Nothing is heard before `open`. */
export function createDesk(
  options: Options,
  life: Life,
  { self, bot }: Pick<Workspace, 'self' | 'bot'>,
): Opened {
  const gateway = createGateway(
    { ...options, ...life, self },
    hearing(life, options.log, () => desk),
  );
  const workspace: Workspace = { ...options, ...life, guilds: gateway.guilds, self, bot };
  const direct = createDirect(workspace);
  const desk: Desk = {
    ...workspace,
    direct,
    people: createPeople(workspace),
    posts: createPosts({ ...workspace, direct }),
  };
  return { desk, gateway };
}

/** What is answered, and once. */
const asking: ReadonlySet<string> = new Set([Event.InteractionCreate, Event.MessageCreate]);

/** So many ids are remembered of what was handled: where a session is taken up again, something may be told twice. */
const mostHandled = 1000;

function hearing({ work, signal }: Life, log: Options['log'], desk: () => Desk): Hear {
  const handled = new LimitedCollection<string, true>({ maxSize: mostHandled });
  const wasHandled = (event: string, data: unknown): boolean => {
    const { id } = (data ?? {}) as { readonly id?: string };
    if (!asking.has(event) || id === undefined) return false;
    const isAgain = handled.has(id);
    handled.set(id, true);
    return isAgain;
  };
  return (event, data) => {
    if (signal.aborted || wasHandled(event, data)) return;
    work
      .add(listen(event, data, desk()))
      .catch((error: unknown) =>
        log.warn({ err: error, event }, 'something that Discord told was not handled'),
      );
  };
}

/** Milliseconds. */
const sweepEvery = 60 * 60_000;

/** Resolves when Discord has told where the bot is, or the chat is to end. Rejects with UserError where it can not be there. */
export async function open({ desk, gateway }: Opened, life: Life): Promise<void> {
  await reach(gateway.open, { ...desk, ...life });
  const { signal, work } = life;
  if (signal.aborted) return;
  const sweep = (): void =>
    void work
      .add(Promise.all([desk.posts.sweep(), sweepKept(desk)]))
      .catch((error: unknown) =>
        desk.log.error({ err: error }, 'what nobody needs any more was not forgotten'),
      );
  sweep();
  const timer = setInterval(sweep, sweepEvery);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Nothing comes in any more; answers that are under way have a while to arrive. */
export async function end({ work, timing, clients, stop }: Life, gateway: Gateway | null): Promise<void> {
  stop();
  if (gateway !== null) void work.add(gateway.close());
  await work.done(timing.farewell);
  clients.stop();
}
