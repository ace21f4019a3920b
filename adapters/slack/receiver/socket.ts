/** Socket Mode that lasts: always one connection, a new one before the old one goes, and no storm when Slack is ill. */
import type { webApi } from '@slack/bolt';
import { UserError } from '../../../src/error.ts';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { tokenError } from '../web-api/failure.ts';
import type { Ending } from './frame.ts';
import type { Options } from '../options.ts';
import { createTurnstile, crowdedOften, fresh, pauseOf } from './pace.ts';
import type { Tries } from './pace.ts';
import type { Entrance, Process } from '../receiver.ts';
import type { Timing } from '../timing.ts';

interface Room extends Pick<Options, 'apiUrl' | 'log' | 'now' | 'failed'> {
  readonly appToken: string;
  readonly timing: Timing;
}

/** Rejects in `start`, or says to `failed` later, where Slack takes the token no more or Socket Mode is switched off. */
export function createSocket(room: Room): Entrance {
  const stopping = new AbortController();
  const { signal } = stopping;
  const open = createOpening(room, signal);
  let current: Connection | null = null;

  /** The next one is there before the one before it goes. `null` once the bot stops. */
  const next = async (process: Process, ending: Ending): Promise<Connection | null> => {
    const connection = await open(process, ending);
    current?.close();
    current = connection;
    if (signal.aborted) connection?.close();
    return signal.aborted ? null : connection;
  };

  return {
    start: async (process) => {
      const first = await next(process, 'refresh');
      keep(first, (ending) => next(process, ending)).catch((error: unknown) => {
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

async function keep(
  first: Connection | null,
  next: (ending: Ending) => Promise<Connection | null>,
): Promise<void> {
  let connection = first;
  while (connection !== null) connection = await next(await connection.over);
}

/** `after`: why there is none any more. Resolves to `null` when the signal comes; throws UserError. */
type Open = (process: Process, after: Ending) => Promise<Connection | null>;

function createOpening(room: Room, signal: AbortSignal): Open {
  const turn = createTurnstile(room.now, room.timing);
  let tries = fresh;
  const note = (got: Ending | Told): void => {
    tries = following(tries, got);
    if (got === 'crowded' && tries.crowded === crowdedOften)
      room.log.error({}, 'too many bots are connected with this token: trying once a minute');
  };
  return async (process, after) => {
    // Where it is crowded, a connection that was greeted is no sign that it no longer is.
    if (after !== 'crowded') tries = fresh;
    if (after !== 'refresh') note(after);
    while (!signal.aborted) {
      await room.timing.sleep(pauseOf(tries), signal);
      await turn(signal);
      if (signal.aborted) break;
      const got = await attempt(room, process);
      if (typeof got === 'object' && 'over' in got) return got;
      note(got);
    }
    return null;
  };
}

/** Milliseconds that Slack wants to be left alone. */
interface Told {
  readonly told: number;
}

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

function following(tries: Tries, got: Ending | Told): Tries {
  if (got === 'switched-off') throw new UserError('slack-socket-off');
  const told = typeof got === 'object' ? got.told : 0;
  const crowded = got === 'crowded' ? tries.crowded + 1 : 0;
  return { failures: tries.failures + 1, crowded, told };
}
