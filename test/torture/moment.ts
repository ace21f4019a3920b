/** Blows at random times: most of them while a post is on its way. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Blow } from './lives.ts';

/** Milliseconds after its beginning in which a process is struck that is not struck while it posts. */
const anytime = 1500;

/** One in four is killed some time after it began, the others while they post. */
export const blowSometime =
  (chance: Chance): Blow =>
  async (child, { watch, traffic, weather: { latency } }) => {
    const over = new AbortController();
    const { begun } = traffic();
    const strike = async (): Promise<void> => {
      const isAnytime = chance() < 0.25;
      const delay = chance() * (isAnytime ? anytime : latency);
      if (!isAnytime) await watch.until(() => over.signal.aborted || traffic().begun > begun, 60_000);
      await wait(delay, null, over);
      child.kill();
    };
    const struck = strike().catch(() => {});
    return async () => {
      over.abort();
      watch.notice();
      await struck;
    };
  };
