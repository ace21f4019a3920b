/** The log as Bolt and its clients want it. What they tell about every step is for them: their debug and info go nowhere. */
import type { Logger, webApi } from '@slack/bolt';
import type { Log } from '../../src/port.ts';

const nothing = (): void => {};

const said = (words: readonly unknown[]): string => words.map(String).join(' ');

/** What is merely unusual to the library is a warning here, its errors among them: what they come to is said by us. */
export const loggerOf = (log: Log): Logger => ({
  debug: nothing,
  info: nothing,
  warn: (...words) => log.info({}, `Slack: ${said(words)}`),
  error: (...words) => log.warn({}, `Slack: ${said(words)}`),
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'warn' as webApi.LogLevel,
});
