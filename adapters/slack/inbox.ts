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
  /** Handles what an earlier process left undone, and forgets what is old. */
  readonly resume: (handle: Process) => Promise<void>;
}

type Room = Pick<Options, 'state' | 'log' | 'now' | 'newId'>;

export function createInbox(room: Room): Inbox {
  const put = createBatch(room.state);
  const write = (key: string, version: number | null, value: Entry | null): Promise<number | null> =>
    put({ kind, key, version, value: value === null ? null : storable(value) });

  /** Tries until it works or is put aside. */
  const run = async (handle: Process, key: string, first: Written): Promise<void> => {
    for (let written: Written | null = first; written !== null;)
      try {
        await handle(eventOf(key, written.entry));
        await write(key, written.version, { ...written.entry, state: 'done', body: null });
        return;
      } catch (error) {
        room.log.warn({ err: error, key }, 'an event could not be handled');
        written = await begin(key, written);
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
    const entry = value as Entry;
    const isOld = room.now().getTime() - Date.parse(entry.at) > memory;
    if (isOld) await write(key, version, null);
    if (isOld || entry.state !== 'new') return;
    const begun = await begin(key, { version, entry });
    if (begun !== null) await run(handle, key, begun);
  };

  const resume = async (handle: Process): Promise<void> => {
    const records = await room.state.list(kind);
    await Promise.all(records.map((record) => take(handle, record)));
  };

  return { around, resume };
}

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

/** `null` for what is no event. https://docs.slack.dev/apis/events-api#callback-field */
function keyOf(body: Readonly<Record<string, unknown>>): string | null {
  if (body['type'] !== 'event_callback') return null;
  const { api_app_id: app, event_id: id, team_id: team } = body;
  if (typeof id === 'string') return `${String(app)} ${id}`.slice(0, longestKey);
  const { channel, ts, event_ts: at, type } = (body['event'] ?? {}) as Readonly<Record<string, unknown>>;
  return [team, channel, ts ?? at, type].map(String).join(' ').slice(0, longestKey);
}

/** Of State. */
const longestKey = 200;
