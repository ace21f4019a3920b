/**
 * Something was edited or deleted: a conversation that was kept is read again. Nobody asked, and nobody is told. Of most
 * messages nobody keeps anything, so Discord is asked nothing, and nothing is remembered but in this process.
 */
import type {
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayThreadDeleteDispatchData,
} from 'discord.js';
import { isWelcome } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { isThread, placeOf, spotOf } from '../place.ts';
import { writeRef } from '../ref.ts';
import { nobody } from '../rights.ts';

/** That Discord adds what a link leads to, or that it is pinned, is no edit: it leaves the time as it was. What the bot changes is its own. */
export async function onEdited(told: GatewayMessageUpdateDispatchData, desk: Desk): Promise<void> {
  const { id, channel_id: channel, guild_id: guild, edited_timestamp: at, author } = told;
  if (typeof at !== 'string' || author?.id === desk.self.id || !desk.edits.isNew(id, at)) return;
  await changed({ guild, channel, messages: [id] }, desk);
}

export const onDeleted = (told: GatewayMessageDeleteDispatchData, desk: Desk): Promise<void> =>
  changed({ guild: told.guild_id, channel: told.channel_id, messages: [told.id] }, desk);

export const onManyDeleted = (told: GatewayMessageDeleteBulkDispatchData, desk: Desk): Promise<void> =>
  changed({ guild: told.guild_id, channel: told.channel_id, messages: told.ids }, desk);

export const onThreadDeleted = (told: GatewayThreadDeleteDispatchData, desk: Desk): Promise<void> =>
  changed({ guild: told.guild_id, channel: told.id, messages: [] }, desk);

interface Change {
  readonly guild: string | undefined;
  readonly channel: string;
  readonly messages: readonly string[];
}

/** Conversations with the bot are not kept. */
async function changed({ guild, channel, messages }: Change, desk: Desk): Promise<void> {
  if (guild === undefined || !(await isWelcome(guild, desk))) return;
  const known = desk.guilds.get(guild)?.channels.cache.get(channel);
  const kind = known === undefined ? 'unknown' : isThread(known) ? 'thread' : 'channel';
  const refs = kinds[kind](channel, messages);
  const spot =
    known === undefined
      ? { guild, channel, isShut: true }
      : spotOf({ id: channel, type: known.type, parent_id: known.parentId }, guild);
  await desk.bot.answer({
    command: 'changed',
    input: { at: [...new Set(refs)].join(' ') },
    place: placeOf(spot, guild, desk),
    person: { id: desk.self.id, name: '', ...nobody },
    locale: (await desk.settings()).locale,
    id: desk.newId(),
  });
}

type Refs = (channel: string, messages: readonly string[]) => readonly string[];

const asThread = (id: string): string => writeRef({ channel: id, message: id });

/** A message of a channel may be kept alone, or with the thread that hangs on it and has its id. */
const inChannel: Refs = (channel, messages) =>
  messages.flatMap((message) => [asThread(message), writeRef({ channel, message })]);

/** Which conversations may hold them. The gateway tells of threads that were not laid aside. */
const kinds: Readonly<Record<'thread' | 'channel' | 'unknown', Refs>> = {
  thread: (channel) => [asThread(channel)],
  channel: inChannel,
  unknown: (channel, messages) => [asThread(channel), ...inChannel(channel, messages)],
};
