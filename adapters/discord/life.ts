/** The chat from its first word to its last: what it takes up, what it does while it lasts, what it waits for at the end. */
import { sweepKept } from '../../src/command/next.ts';
import { lasting } from '../../src/view/timing.ts';
import { createWork } from '../../src/view/work.ts';
import type { Work } from '../../src/view/work.ts';
import { createDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { withForm } from './form.ts';
import { createGateway } from './gateway/index.ts';
import type { Gateway } from './gateway/index.ts';
import { hearing } from './hearing.ts';
import type { Options } from './options.ts';
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
  const timing: Timing = lasting({ ...usualTiming, sleep: options.sleep, ...options.timing }, signal);
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
export function prepare(
  options: Options,
  life: Life,
  { self, bot }: Pick<Workspace, 'self' | 'bot'>,
): Opened {
  const gateway = createGateway(
    { ...options, ...life, self },
    hearing({ ...options, ...life, desk: () => desk }),
  );
  const workspace: Workspace = { ...options, ...life, guilds: gateway.guilds, self, bot: withForm(bot) };
  const desk = createDesk(workspace);
  return { desk, gateway };
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
export async function end(life: Life, gateway: Gateway | null): Promise<void> {
  const { work, timing, clients, stop } = life;
  stop();
  if (gateway !== null) await leave(gateway, timing);
  await work.done(timing.farewell);
  clients.stop();
}

/** The library may wait for ever where a connection has not been greeted yet. */
async function leave(gateway: Gateway, timing: Timing): Promise<void> {
  const leaving = createWork(timing);
  void leaving.add(gateway.close());
  await leaving.done(timing.goodbye);
}
