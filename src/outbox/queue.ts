/** Which letters are tried in one round, and in which order: a platform has its pace, and catching up takes its time. */
import type { StateRecord } from '../port.ts';
import { waitingOf } from './letter.ts';

/**
 * Letters of one platform in one round, which is a minute: Slack takes several hundred messages a minute from an app in a
 * workspace, https://docs.slack.dev/apis/web-api/rate-limits, and leaves room for what people ask.
 */
export const mostInRound = 200;

/** Those that have waited longest first. What is not due at any time is said at once. */
export function inTurn(records: readonly StateRecord[]): readonly StateRecord[] {
  const byPlatform = Map.groupBy(records, (record) => waitingOf(record).platform);
  return [...byPlatform.values()].flatMap((all) =>
    all.toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)).slice(0, mostInRound),
  );
}

const dueOf = (record: StateRecord): string => waitingOf(record).due ?? '';
