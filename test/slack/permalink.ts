/** Addresses of messages: https://docs.slack.dev/reference/methods/chat.getPermalink */
import type { Message, State } from './state.ts';

export function permalink({ team }: State, { channel, ts, thread }: Message): string {
  const address = `https://${team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return thread === null ? address : `${address}?thread_ts=${thread}&cid=${channel}`;
}
