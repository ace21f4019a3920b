/** Socket Mode that lasts: always one connection, a new one before the old one goes, and no storm when Slack is ill. */
import type { webApi } from '@slack/bolt';
import { UserError } from '../../src/error.ts';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { tokenError } from './failure.ts';
import type { Ending } from './frame.ts';
import type { Options } from './options.ts';
import { createTurnstile, crowdedOften, fresh, pauseOf } from './pace.ts';
import type { Record } from './pace.ts';
import type { Entrance, Process } from './receiver.ts';
import type { Timing } from './timing.ts';

interface Room extends Pick<Options, 'apiUrl' | 'log' | 'now' | 'failed'> {
  readonly appToken: string;
  readonly timing: Timing;
}

/** Rejects in `start`, or says to `failed` later, where Slack takes the token no more or Socket Mode is switched off. */
export function createSocket(room: Room): Entrance {
  const stopping = new AbortController();
  let current: Connection | null = null;
  const open = createOpening(room, stopping.signal);

  /** `null` once the bot stops. */
  const next = async (process: Process, ending: Ending): Promise<Connection | null> => {
    const connection = await open(process, ending);
    current?.close();
    current = connection;
    if (stopping.signal.aborted) connection?.close();
    return stopping.signal.aborted ? null : connection;
  };

  const keep = async (process: Process, first: Connection | null): Promise<void> => {
    for (let connection = first; connection !== null;)
      connection = await next(process, await connection.over);
  };

  return {
    start: async (process) => {
      const first = await next(process, 'refresh');
      keep(process, first).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        room.failed(error);
      });
    },
    stop: async () => {
      stopping.abort();
      current?.close();
    },
  };
}

/** `after`: why there is none any more. Resolves to `null` when the signal comes; throws UserError. */
type Open = (process: Process, after: Ending) => Promise<Connection | null>;

function createOpening(room: Room, signal: AbortSignal): Open {
  const turn = createTurnstile(room.now, room.timing);
  return async (process, after) => {
    let record = after === 'refresh' ? fresh : following(fresh, after);
    while (!signal.aborted) {
      await room.timing.sleep(pauseOf(record), signal);
      await turn(signal);
      if (signal.aborted) return null;
      const got = await attempt(room, process);
      if (typeof got === 'object' && 'over' in got) return got;
      record = following(record, got);
      if (record.crowded === crowdedOften)
        room.log.error(
          {},
          'Slack says that too many bots are connected with this token: trying once a minute',
        );
    }
    return null;
  };
}

/** Milliseconds that Slack wants to be left alone. */
type Told = { readonly told: number };

async function attempt(room: Room, process: Process): Promise<Connection | Ending | Told> {
  try {
    return await connect({ ...room, process });
  } catch (error) {
    const refused = tokenError(error, 'SLACK_APP_TOKEN');
    if (refused !== null) throw refused;
    const { retryAfter = 0 } = error as Partial<webApi.WebAPIRateLimitedError>;
    room.log.warn({ err: error }, 'Slack gives no connection at the moment');
    return { told: retryAfter * 1000 };
  }
}

function following(record: Record, got: Ending | Told): Record {
  if (got === 'switched-off') throw new UserError('slack-socket-off');
  const told = typeof got === 'object' ? got.told : 0;
  const crowded = got === 'crowded' ? record.crowded + 1 : 0;
  return { failures: record.failures + 1, crowded, told };
}
