/** The messages of a channel, in the order of their time: https://docs.discord.com/developers/resources/message#get-channel-messages */
import { Routes } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { isLater } from './snowflake.ts';
import type { Workspace } from './workspace.ts';

const pageSize = 100;

interface From {
  readonly channel: string;
  /** Id of a message, or of any time. */
  readonly after: string;
}

type Room = Pick<Workspace, 'clients'>;

/** Those that come next. Where the bot may not read the history, there are none. */
export async function pageOf({ channel, after }: From, { clients }: Room): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ after, limit: String(pageSize) });
  const page = (await clients.reading.get(Routes.channelMessages(channel), { query })) as APIMessage[];
  return page.toSorted((a, b) => (isLater(a.id, b.id) ? 1 : -1));
}

/** All after that id, each page asked for when it is wanted. */
export async function* historyOf(channel: string, after: string, room: Room): AsyncGenerator<APIMessage> {
  let last: string | undefined = after;
  while (last !== undefined) {
    const page: readonly APIMessage[] = await pageOf({ channel, after: last }, room);
    yield* page;
    last = page.length === pageSize ? page.at(-1)?.id : undefined;
  }
}
