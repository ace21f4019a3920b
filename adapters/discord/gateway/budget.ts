/**
 * How often the bot identifies, kept over restarts: after 1,000 times in a day Discord takes the token away, and a bot that
 * dies and is started again every few seconds is there within hours. Fifty a day are as they come; after that there is
 * one each half hour, so that there are never more than a hundred. It waits rather than ends, as whoever supervises it would
 * only start it again. https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
import type { Options } from '../options.ts';
import type { Timing } from '../timing.ts';

const kind = 'discord-identify';

/** Milliseconds. */
const day = 24 * 60 * 60_000;
const pause = 30 * 60_000;

/** Times in a day. */
const free = 50;

interface Room extends Pick<Options, 'state' | 'now' | 'log'> {
  readonly timing: Timing;
  /** Application. */
  readonly id: string;
}

/** Resolves when the bot may identify, and has noted that it does; rejects when the signal comes. */
export async function spendIdentify(
  { state, now, log, timing, id: key }: Room,
  signal: AbortSignal,
): Promise<void> {
  const spend = (): Promise<number> =>
    state.transaction(async (records) => {
      const record = await records.get(kind, key);
      const at = now().getTime();
      const times = ((record?.value ?? []) as readonly number[]).filter((each) => each > at - day);
      const left = times.length < free ? 0 : (times.at(-1) ?? 0) + pause - at;
      if (left > 0) return left;
      await records.put({ kind, key, version: record?.version ?? null, value: [...times, at] });
      return 0;
    });
  for (let left = await spend(); left > 0; left = await spend()) {
    log.error({ seconds: Math.ceil(left / 1000) }, 'too many connections to Discord today: waiting');
    await timing.sleep(left, signal);
    signal.throwIfAborted();
  }
}
