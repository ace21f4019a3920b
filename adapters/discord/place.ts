/** Where something is said, and who can read it there, as it is at every call: a channel may have turned private. */
import { ChannelType, PermissionFlagsBits as bits, Routes } from 'discord.js';
import type { APIChannel, APIThreadChannel } from 'discord.js';
import type { Place } from '../../src/port.ts';
import { platform } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** A channel, as an interaction has it. */
export interface Spot {
  /** `null`: a conversation with the bot. */
  readonly guild: string | null;
  readonly channel: string;
  /** The channel that it is a thread of. */
  readonly parent?: string;
  /** Is it a thread that only some may read? */
  readonly isShut?: boolean;
}

type Room = Pick<Workspace, 'guilds' | 'clients'>;

const threads: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

export const isThread = (channel: Pick<APIChannel, 'type'>): channel is APIThreadChannel =>
  threads.has(channel.type);

/** As much of a channel as is looked at. */
interface Told {
  readonly id: string;
  readonly type: ChannelType;
  /** Of a thread the channel; of a channel its category. */
  readonly parent_id?: string | null | undefined;
}

/** What Discord says of a channel → where that is. */
export function spotOf({ id, type, parent_id: parent = null }: Told, guild: string | null): Spot {
  if (!threads.has(type)) return { guild, channel: id };
  const isShut = type === ChannelType.PrivateThread;
  return { guild, channel: id, isShut, ...(parent === null ? {} : { parent }) };
}

/** A message does not say whether its channel is a thread. Of what Discord does not say either, it is private. */
export async function findSpot(channel: string, guild: string | null, room: Room): Promise<Spot> {
  if (guild === null) return { guild, channel };
  const known = room.guilds.get(guild)?.channels.cache.get(channel);
  if (known !== undefined) return spotOf({ id: channel, type: known.type, parent_id: known.parentId }, guild);
  try {
    return spotOf((await room.clients.reading.get(Routes.channel(channel))) as Told, guild);
  } catch {
    return { guild, channel, isShut: true };
  }
}

/** `workspace`: the server; for a conversation with the bot, that by which they belong to the community. */
export const placeOf = (spot: Spot, workspace: string, room: Pick<Room, 'guilds'>): Place => ({
  platform,
  workspace,
  ...where(spot),
  visibility: visibilityOf(spot, room),
});

/** A thread is a channel of its own to Discord. */
const where = ({ channel, parent }: Spot): Pick<Place, 'channel' | 'thread'> =>
  parent === undefined ? { channel } : { channel: parent, thread: channel };

/** Where one writes that is said in a place. */
export const channelOf = ({ channel, thread }: Pick<Place, 'channel' | 'thread'>): string =>
  thread ?? channel;

/** What everyone in the server sees is public. A channel that the bot does not know is private. */
function visibilityOf(
  { guild, channel, parent, isShut }: Spot,
  { guilds }: Pick<Room, 'guilds'>,
): Place['visibility'] {
  if (guild === null) return 'direct';
  const server = guilds.get(guild);
  const room = server?.channels.cache.get(parent ?? channel);
  if (server === undefined || room === undefined || isShut === true) return 'private';
  const everyone = room.permissionsFor(server.roles.everyone);
  return everyone.has(bits.ViewChannel) ? 'public' : 'private';
}
