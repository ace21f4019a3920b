/** How the core names a message of Discord's: by the ids of its channel and its own. */

export interface Ref {
  readonly channel: string;
  readonly message: string;
}

export const writeRef = ({ channel, message }: Ref): string => `${channel}/${message}`;

/** `null` for what is none. */
export function readRef(text: string): Ref | null {
  const [, channel, message] = /^(\d{1,20})\/(\d{1,20})$/.exec(text) ?? [];
  return channel === undefined || message === undefined ? null : { channel, message };
}
