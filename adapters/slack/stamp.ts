/** Slack's timestamps of messages: seconds with six decimals, by which a message is known in its channel. */

/** As numbers they would lose their last digits. */
export const isLater = (ts: string, than: string): boolean =>
  ts.length > than.length || (ts.length === than.length && ts > than);

/** For sorting, the earliest first. */
export const byTime = (one: string, other: string): number =>
  one === other ? 0 : isLater(one, other) ? 1 : -1;

export const timeOf = (ts: string): Date => new Date(Number(ts) * 1000);
