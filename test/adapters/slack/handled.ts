/** For what is to do nothing: the moment when the bot has dealt with everything that Slack told it. */
import { setImmediate } from 'node:timers/promises';
import type { State } from '../../../src/port.ts';

export async function untilHandled(state: State): Promise<void> {
  const isOpen = async (): Promise<boolean> =>
    (await state.list('slack-event')).some(({ value }) => (value as { state: string }).state === 'new');
  while (await isOpen()) await setImmediate();
}
