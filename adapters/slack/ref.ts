/** How the core names a message of Slack's: `C0123/1700000000.000100`. */

export interface Ref {
  readonly channel: string;
  readonly ts: string;
}

export const writeRef = ({ channel, ts }: Ref): string => `${channel}/${ts}`;

/** `null` for what is none. */
export function readRef(text: string): Ref | null {
  const [, channel, ts] = /^([A-Z][A-Z0-9]{1,40})\/(\d{1,12}\.\d{1,9})$/.exec(text) ?? [];
  return channel === undefined || ts === undefined ? null : { channel, ts };
}
