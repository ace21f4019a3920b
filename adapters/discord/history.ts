/** The messages of a channel, in the order of their time: https://docs.discord.com/developers/resources/message#get-channel-messages */
import { Routes } from 'discord.js';
import type { APIMessage } from 'discord.js';
import { isLater } from './snowflake.ts';
import type { Workspace } from './workspace.ts';

const pageSize = 100;

/** Those after that id, each page asked for when it is wanted. Where the bot may not read the history, there are none. */
export async function* historyOf(
  channel: string,
  after: string,
  { clients }: Pick<Workspace, 'clients'>,
): AsyncGenerator<APIMessage> {
  const query = new URLSearchParams({ after, limit: String(pageSize) });
  const page = (await clients.reading.get(Routes.channelMessages(channel), { query })) as APIMessage[];
  const ordered = page.toSorted((a, b) => (isLater(a.id, b.id) ? 1 : -1));
  yield* ordered;
  const last = ordered.at(-1);
  if (last !== undefined && page.length === pageSize) yield* historyOf(channel, last.id, { clients });
}
