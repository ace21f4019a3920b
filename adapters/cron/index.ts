/**
 * The alarm clock: node-cron rings, and what is due is none of its business. It waits for an instant of the system's
 * clock, so one that is set back an hour would keep it silent for an hour: then it is wound up anew.
 */
import { schedule } from 'node-cron';
import type { SetAlarm } from '../../src/port.ts';

const everyMinute = '* * * * *';

/** Milliseconds from one look at the clock to the next, and how far it may go wrong before it was set. */
const look = 1000;
const tolerance = 1000;

/** Where the clock stands, against one that nobody can set. */
const drift = (): number => Date.now() - performance.now();

export const setAlarm: SetAlarm = (ring, failed) => {
  const stopping = new AbortController();
  let ringing: Promise<void> | null = null;
  const begin = (): void => {
    ringing ??= ringOnce().finally(() => (ringing = null));
  };
  const ringOnce = async (): Promise<void> => {
    try {
      await ring(stopping.signal);
    } catch (error) {
      if (error !== stopping.signal.reason) failed(error);
    }
  };

  // Local time would be silent through the hour that autumn repeats. One that was missed is nothing to warn of.
  const task = schedule(everyMinute, begin, { timezone: 'UTC', suppressMissedWarning: true });
  const watch = watchClock(() => {
    void task.stop();
    void task.start();
  });

  return {
    stop: async () => {
      clearInterval(watch);
      stopping.abort();
      await task.destroy();
      await ringing;
    },
  };
};

/** Calls `wasSet` whenever the clock was set since the last look. */
function watchClock(wasSet: () => void): NodeJS.Timeout {
  let known = drift();
  return setInterval(() => {
    const now = drift();
    if (Math.abs(now - known) <= tolerance) return;
    known = now;
    wasSet();
  }, look);
}
