/** Looks whether something has been posted already: by its key, which stands in the metadata of the bot's own messages. */
import type { webApi } from '@slack/bolt';
import { pagesOf } from './web-api/pages.ts';
import type { Spot } from './place.ts';
import type { Workspace } from './workspace.ts';

/** https://docs.slack.dev/messaging/message-metadata */
export const eventType = 'meetup_post';

/** Milliseconds before the first attempt that are looked at as well: Slack's clock and ours may differ. */
const margin = 10 * 60_000;
const pageSize = 200;

interface Sought extends Spot {
  readonly key: string;
  /** When it was tried first. */
  readonly since: Date;
}

type Room = Pick<Workspace, 'clients' | 'self'>;

/** `ts` of the message, `null` if there is none. Throws where the history can not be read. */
export async function findPosted(sought: Sought, room: Room): Promise<string | null> {
  for await (const { messages } of pagesOf((at) => pageOf(sought, at, room))) {
    const found = messages?.find(
      ({ bot_id: bot, metadata }) =>
        bot === room.self.bot && { key: '', ...metadata?.event_payload }.key === sought.key,
    );
    if (found?.ts !== undefined) return found.ts;
  }
  return null;
}

function pageOf(
  { channel, thread, since }: Sought,
  at: { readonly cursor?: string },
  { clients }: Room,
): Promise<webApi.ConversationsHistoryResponse> {
  const asked = {
    channel,
    oldest: String((since.getTime() - margin) / 1000),
    include_all_metadata: true as const,
    limit: pageSize,
    ...at,
  };
  return clients.read(({ conversations }) =>
    thread === undefined ? conversations.history(asked) : conversations.replies({ ...asked, ts: thread }),
  );
}
