/** Addresses of messages, as chat.getPermalink says them, without asking for each. */
import type { Ref } from './ref.ts';

/** In a thread a message's address says which one. `workspace`: `https://team.slack.com/`; `null`: it is not known. */
export function permalinkOf(workspace: string | null, { channel, ts }: Ref, thread?: string): string | null {
  if (workspace === null) return null;
  const address = `${workspace}archives/${channel}/p${ts.replace('.', '')}`;
  return thread === undefined || thread === ts ? address : `${address}?thread_ts=${thread}&cid=${channel}`;
}
