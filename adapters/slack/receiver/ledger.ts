/** The events that Slack told, in State: each once, with what became of it. */
import { Buffer } from 'node:buffer';
import type { StateRecord } from '../../../src/port.ts';
import { createBatch } from './batch.ts';
import type { Options } from '../options.ts';

const kind = 'slack-event';

/** Milliseconds that an event is remembered: far longer than Slack tries. */
const memory = 24 * 60 * 60_000;

/** So often an event may be begun; after that it is put aside, as it is what breaks the bot. */
const mostAttempts = 3;

type Body = Readonly<Record<string, unknown>>;

/** `body` is kept only as long as there is something to do. */
interface Entry {
  readonly state: 'new' | 'done' | 'parked';
  /** ISO 8601: when it was told first. */
  readonly at: string;
  readonly attempts: number;
  readonly body: Body | null;
}

/** An event that is being handled. */
export interface Begun {
  readonly key: string;
  readonly version: number;
  readonly entry: Entry;
}

export interface Ledger {
  /** Writes an event down, on the disk, and begins it; `null`: it is there already. */
  readonly enter: (key: string, body: Body) => Promise<Begun | null>;
  /** Begins it once more; `null`: it is put aside, or somebody else has begun it. */
  readonly again: (begun: Begun) => Promise<Begun | null>;
  readonly finish: (begun: Begun) => Promise<void>;
  /** Those that were begun and not finished. */
  readonly unfinished: () => Promise<readonly Begun[]>;
  /** Forgets what Slack will not tell again. */
  readonly sweep: () => Promise<void>;
}

export function createLedger({
  state,
  log,
  now,
  newId,
}: Pick<Options, 'state' | 'log' | 'now' | 'newId'>): Ledger {
  const put = createBatch(state);
  const write = async (key: string, version: number | null, entry: Entry): Promise<Begun | null> => {
    const next = await put({ kind, key, version, value: storable(entry) });
    return next === null ? null : { key, version: next, entry };
  };
  const isOld = ({ value }: StateRecord): boolean =>
    now().getTime() - Date.parse((value as Entry).at) > memory;

  return {
    enter: (key, body) => write(key, null, { state: 'new', at: now().toISOString(), attempts: 1, body }),
    again: async ({ key, version, entry }) => {
      const { attempts } = entry;
      if (attempts < mostAttempts) return write(key, version, { ...entry, attempts: attempts + 1 });
      await write(key, version, { ...entry, state: 'parked' });
      log.error({ id: newId(), key }, 'an event was put aside: it fails whenever it is tried');
      return null;
    },
    finish: async ({ key, version, entry }) =>
      void (await write(key, version, { ...entry, state: 'done', body: null })),
    unfinished: async () => {
      const left = (await state.list(kind)).filter((record) => !isOld(record)).map(begunOf);
      return left.filter(({ entry }) => entry.state === 'new');
    },
    sweep: async () => {
      const old = (await state.list(kind)).filter(isOld);
      await Promise.all(old.map(({ key, version }) => put({ kind, key, version, value: null })));
    },
  };
}

const begunOf = ({ key, version, value }: StateRecord): Begun => ({ key, version, entry: value as Entry });

/** Bytes of JSON that State takes of a record, and room for the rest of it. */
const mostBytes = 250 * 1024;

/** An event that is too long is remembered, but not what it says: it is lost only if the process dies over it. */
const storable = (entry: Entry): Entry =>
  Buffer.byteLength(JSON.stringify(entry.body)) > mostBytes ? { ...entry, body: null } : entry;
