/** What the gateway tells is handled while the next is heard: what can not be handled is logged, and left. */
import { GatewayDispatchEvents as Event, LimitedCollection } from 'discord.js';
import type { Log } from '../../src/port.ts';
import type { Work } from '../../src/view/work.ts';
import type { Desk } from './desk.ts';
import type { Hear } from './gateway/index.ts';
import { listen } from './listener/index.ts';

interface Room {
  readonly work: Work;
  readonly log: Log;
  /** Comes when nothing is to be handled any more. */
  readonly signal: AbortSignal;
  /** Is there as soon as anything is heard. */
  readonly desk: () => Desk;
}

/** What is answered, and once. */
const asking: ReadonlySet<string> = new Set([Event.InteractionCreate, Event.MessageCreate]);

/** So many ids are remembered of what was handled: where a session is taken up again, something may be told twice. */
const mostHandled = 1000;

export function hearing({ work, log, signal, desk }: Room): Hear {
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
