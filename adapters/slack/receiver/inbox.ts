/**
 * What Slack tells, written down before it is acknowledged: no event is lost with a process, and each is handled once, however
 * often Slack tells it.
 */
import type { ReceiverEvent } from '@slack/bolt';
import type { Told } from '../../../src/view/insist.ts';
import { createLedger } from './ledger.ts';
import type { Begun } from './ledger.ts';
import type { Options } from '../options.ts';
import type { Process } from '../receiver.ts';

export interface Inbox {
  /** Only events are written down: nobody tells a command twice. */
  readonly around: (handle: Process) => Process;
  /** Finds what an earlier process left undone, before anything new comes in; the answer handles it. */
  readonly unfinished: () => Promise<(handle: Process) => Promise<void>>;
  /** Forgets what Slack will not tell again. */
  readonly sweep: () => Promise<void>;
}

export function createInbox(room: Pick<Options, 'state' | 'log' | 'now' | 'newId'>): Inbox {
  const ledger = createLedger(room);

  /** Tries until it works or is put aside. */
  const run = async (handle: Process, first: Begun | null): Promise<void> => {
    for (let begun = first; begun !== null; begun = await ledger.again(begun)) {
      const error = await failureOf(handle(eventOf(begun)));
      if (error === null) return ledger.finish(begun);
      room.log.warn({ err: error, key: begun.key }, 'an event could not be handled');
    }
  };

  return {
    around: (handle) => async (event) => {
      const key = keyOf(event.body);
      if (key === null) return handle(event);
      const begun = await ledger.enter(key, event.body);
      await event.ack();
      await run(handle, begun);
    },
    unfinished: async () => {
      const left = await ledger.unfinished();
      return async (handle) =>
        void (await Promise.all(left.map(async (begun) => run(handle, await ledger.again(begun)))));
    },
    sweep: ledger.sweep,
  };
}

/** Why it failed; `null` if it did not. */
const failureOf = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error ?? new Error('for no reason'),
  );

/** It has been acknowledged. */
const eventOf = ({ key, entry: { body, at, attempts } }: Begun): ReceiverEvent => {
  const told: Told = { key, at: new Date(at), again: attempts > 1 };
  return { body: body ?? {}, ack: async () => {}, customProperties: { told } };
};

/**
 * `null` for what is no event. What is said in a channel that two workspaces share is told to each of them with an id of its
 * own: it is known by its place and time. https://docs.slack.dev/apis/events-api#callback-field
 */
function keyOf(body: Readonly<Record<string, unknown>>): string | null {
  if (body['type'] !== 'event_callback') return null;
  const { api_app_id: app, event_id: id, team_id: team } = body;
  const { channel, ts, event_ts: at, type } = (body['event'] ?? {}) as Readonly<Record<string, unknown>>;
  const isSaid = typeof channel === 'string' && typeof ts === 'string';
  const parts = isSaid
    ? [app, channel, ts, type]
    : typeof id === 'string'
      ? [app, id]
      : [app, team, at, type];
  return parts.map(String).join(' ').slice(0, longestKey);
}

/** Of State. */
const longestKey = 200;
