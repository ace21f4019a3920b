/**
 * How often the bot identifies, kept over restarts: after 1,000 times in a day Discord takes the token away, and a bot that
 * dies and is started again every few seconds is there within hours. Fifty a day are as they come; after that there is
 * one each half hour, so that there are never more than a hundred. It waits rather than ends, as whoever supervises it would
 * only start it again. https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
import { once } from 'node:events';
import type { IIdentifyThrottler } from 'discord.js';
import type { Options } from '../options.ts';
import type { Timing } from '../timing.ts';
import type { Self } from '../workspace.ts';

const kind = 'discord-identify';

/** Milliseconds. */
const day = 24 * 60 * 60_000;
const pause = 30 * 60_000;

/** Times in a day. */
const free = 50;

/** Between one and the next; Discord lets some bots do more at once, but none that is as small as most. */
const apart = 5000;

interface Room extends Pick<Options, 'state' | 'now' | 'log'> {
  readonly timing: Timing;
  readonly self: Self;
  /** Comes when the bot stops. */
  readonly signal: AbortSignal;
}

export function createThrottler(room: Room): IIdentifyThrottler {
  let turn = Promise.resolve();
  let next = 0;
  return {
    waitForIdentify: (_shard, signal) => {
      turn = after(turn, async () => {
        await wait(next - room.now().getTime(), signal, room);
        await spendOne(signal, room);
        next = room.now().getTime() + apart;
      });
      return turn;
    },
  };
}

/** Whatever became of what was before. */
async function after(before: Promise<void>, work: () => Promise<void>): Promise<void> {
  await Promise.allSettled([before]);
  await work();
}

/** Resolves when the bot may identify, and has noted that it does. */
async function spendOne(signal: AbortSignal, room: Room): Promise<void> {
  for (let left = await spend(room); left > 0; left = await spend(room)) {
    const seconds = Math.ceil(left / 1000);
    room.log.error({ seconds }, 'too many connections to Discord today: waiting');
    await wait(left, signal, room);
  }
}

/** Rejects where the connection is closed meanwhile. Where the bot stops, it is closed at once. */
async function wait(ms: number, signal: AbortSignal, { timing, signal: stopping }: Room): Promise<void> {
  if (ms > 0) await timing.sleep(ms, AbortSignal.any([signal, stopping]));
  if (stopping.aborted && !signal.aborted) await once(signal, 'abort');
  signal.throwIfAborted();
}

/** Notes that the bot identifies, or resolves to the milliseconds before it may. */
const spend = ({ state, now, self: { id: key } }: Room): Promise<number> =>
  state.transaction(async (records) => {
    const record = await records.get(kind, key);
    const at = now().getTime();
    const times = ((record?.value ?? []) as readonly number[]).filter((each) => each > at - day);
    const left = times.length < free ? 0 : (times.at(-1) ?? 0) + pause - at;
    if (left > 0) return left;
    await records.put({ kind, key, version: record?.version ?? null, value: [...times, at] });
    return 0;
  });
