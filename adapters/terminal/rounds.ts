/** The rounds of a bot that stays: one at once, and then one every minute. */
import type { Round } from '../../src/port.ts';
import type { Session } from './session.ts';

/** Resolves to what ends them: a round that is under way is told so, and waited for. */
export async function beginRounds(round: Round, { alarm, log }: Session): Promise<() => Promise<void>> {
  const setAlarm = await alarm();
  const stopping = new AbortController();
  const first = round(stopping.signal);
  const set = setAlarm(
    async (signal) => {
      await first;
      await round(signal);
    },
    (error) => log.error({ err: error }, 'a round failed'),
  );
  return async () => {
    stopping.abort();
    await Promise.all([first, set.stop()]);
  };
}
