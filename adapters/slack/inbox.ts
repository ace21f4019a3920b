/**
 * What Slack tells, written down before it is acknowledged: no event is lost with a process, and each is handled once, however
 * often Slack tells it.
 */
import { Buffer } from 'node:buffer';
import type { ReceiverEvent } from '@slack/bolt';
import type { StateRecord } from '../../src/port.ts';
import { createBatch } from './batch.ts';
import type { Options } from './options.ts';
import type { Process } from './receiver.ts';

const kind = 'slack-event';

/** Milliseconds that an event is remembered: far longer than Slack tries. */
const memory = 24 * 60 * 60_000;

/** So often an event may be begun; after that it is put aside, as it is what breaks the bot. */
const mostAttempts = 3;

/** An event on the list. `body` is kept only as long as there is something to do. */
interface Entry {
  readonly state: 'new' | 'done' | 'parked';
  /** ISO 8601: when it was told first. */
  readonly at: string;
  readonly attempts: number;
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** What a listener is told of an event, in its context. `again`: it was begun before, and may have been answered. */
export interface Told {
  readonly key: string;
  readonly at: Date;
  readonly again: boolean;
}

export interface Inbox {
  /** Only events are written down: nobody tells a command twice. */
  readonly around: (handle: Process) => Process;
  /** Finds what an earlier process left undone, before anything new comes in; the answer handles it. */
  readonly unfinished: () => Promise<(handle: Process) => Promise<void>>;
  /** Forgets what Slack will not tell again. */
  readonly sweep: () => Promise<void>;
}

type Room = Pick<Options, 'state' | 'log' | 'now' | 'newId'>;

export function createInbox(room: Room): Inbox {
  const put = createBatch(room.state);
  const write = (key: string, version: number | null, value: Entry | null): Promise<number | null> =>
    put({ kind, key, version, value: value === null ? null : storable(value) });

  /** Tries until it works or is put aside. */
  const run = async (handle: Process, key: string, first: Written): Promise<void> => {
    for (let written: Written | null = first; written !== null; written = await begin(key, written)) {
      const { version, entry } = written;
      const error = await failure(handle(eventOf(key, entry)));
      if (error === null) return void (await write(key, version, { ...entry, state: 'done', body: null }));
      room.log.warn({ err: error, key }, 'an event could not be handled');
    }
  };

  /** Notes that it is begun once more; `null`: it has been begun often enough. */
  const begin = async (key: string, { version, entry }: Written): Promise<Written | null> => {
    const isPoison = entry.attempts >= mostAttempts;
    const after: Entry = isPoison
      ? { ...entry, state: 'parked' }
      : { ...entry, attempts: entry.attempts + 1 };
    const next = await write(key, version, after);
    if (isPoison)
      room.log.error({ id: room.newId(), key }, 'an event was put aside: it fails whenever it is tried');
    return isPoison || next === null ? null : { version: next, entry: after };
  };

  const around =
    (handle: Process): Process =>
    async (event) => {
      const key = keyOf(event.body);
      if (key === null) return handle(event);
      const entry: Entry = { state: 'new', at: room.now().toISOString(), attempts: 1, body: event.body };
      const version = await write(key, null, entry);
      await event.ack();
      if (version !== null) await run(handle, key, { version, entry });
    };

  const take = async (handle: Process, { key, version, value }: StateRecord): Promise<void> => {
    const begun = await begin(key, { version, entry: value as Entry });
    if (begun !== null) await run(handle, key, begun);
  };

  const isOld = ({ value }: StateRecord): boolean =>
    room.now().getTime() - Date.parse((value as Entry).at) > memory;

  const unfinished: Inbox['unfinished'] = async () => {
    const records = await room.state.list(kind);
    const left = records.filter((record) => (record.value as Entry).state === 'new' && !isOld(record));
    return async (handle) => void (await Promise.all(left.map((record) => take(handle, record))));
  };

  const sweep = async (): Promise<void> => {
    const old = (await room.state.list(kind)).filter(isOld);
    await Promise.all(old.map(({ key, version }) => write(key, version, null)));
  };

  return { around, unfinished, sweep };
}

/** Why it failed; `null` if it did not. */
const failure = (work: Promise<void>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error ?? new Error('for no reason'),
  );

/** Bytes of JSON that State takes of a record, and room for the rest of it. */
const mostBytes = 250 * 1024;

/** An event that is too long is remembered, but not what it says: it is lost only if the process dies over it. */
const storable = (entry: Entry): Entry =>
  Buffer.byteLength(JSON.stringify(entry.body)) > mostBytes ? { ...entry, body: null } : entry;

interface Written {
  readonly version: number;
  readonly entry: Entry;
}

const eventOf = (key: string, { body, at, attempts }: Entry): ReceiverEvent => {
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
