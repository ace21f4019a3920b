/** Who can read a channel or a thread, as Discord says when it is asked: what the gateway told may be of an hour ago. */
import { ChannelType, PermissionFlagsBits as bits, Routes } from 'discord.js';
import type { APIChannel, APIGuild, APIGuildChannel, APIThreadChannel } from 'discord.js';
import type { Person, Place } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import { memberOf } from './home.ts';
import { isThread } from './place.ts';
import { isRefusal } from './rest/failure.ts';
import { rightsAt, rightsIn } from './setup/permissions.ts';
import type { Member, Rights } from './setup/permissions.ts';

export interface Access {
  readonly visibility: Place['visibility'];
  readonly mayRead: (reader: Pick<Person, 'id'>) => Promise<boolean>;
}

type Room = Pick<Desk, 'clients' | 'direct'>;

/** Rejects where Discord can not be asked, and where it lets the bot not even look. */
export async function accessTo(channel: APIChannel, room: Room): Promise<Access> {
  if (!('guild_id' in channel) || channel.guild_id === undefined) return alone(channel, room);
  const { reading } = room.clients;
  const guild = (await reading.get(Routes.guild(channel.guild_id))) as APIGuild;
  const at = isThread(channel) ? await parentOf(channel, room) : (channel as APIGuildChannel);
  const rightsOf = (member: Member): Rights =>
    rightsAt({ ...member, rights: rightsIn(member, guild.roles) }, at.permission_overwrites ?? []);
  const isShut = channel.type === ChannelType.PrivateThread;
  const everyone = rightsOf({ guild: guild.id, id: null, roles: [] });
  return {
    visibility: !isShut && may(everyone, bits.ViewChannel) ? 'public' : 'private',
    mayRead: async ({ id }) => {
      const member = await memberOf(guild.id, id, room);
      if (member === null) return false;
      if (guild.owner_id === id) return true;
      const rights = rightsOf({ guild: guild.id, id, roles: member.roles });
      if (!may(rights, bits.ViewChannel | bits.ReadMessageHistory)) return false;
      return !isShut || may(rights, bits.ManageThreads) || isIn(channel, id, room);
    },
  };
}

/** A conversation with the bot is its one member's. */
const alone = ({ id }: APIChannel, { direct }: Room): Access => ({
  visibility: 'direct',
  mayRead: async (reader) => (await direct.channelOf(reader.id)) === id,
});

const may = (rights: Rights, wanted: bigint): boolean => (rights & wanted) === wanted;

/** A thread is seen by whoever sees its channel. */
const parentOf = ({ parent_id: parent }: APIThreadChannel, { clients }: Room): Promise<APIGuildChannel> =>
  clients.reading.get(Routes.channel(parent ?? '')) as Promise<APIGuildChannel>;

/** Was someone added to a thread that only those see? */
async function isIn({ id }: APIChannel, user: string, { clients }: Room): Promise<boolean> {
  try {
    await clients.reading.get(Routes.threadMembers(id, user));
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
