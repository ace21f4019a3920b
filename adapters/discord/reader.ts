/** Whether someone may read a channel or a thread, as Discord says now. What it does not say is no. */
import { ChannelType, PermissionFlagsBits as bits, Routes } from 'discord.js';
import type { APIChannel, GuildMember } from 'discord.js';
import type { Person } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import { isThread } from './place.ts';

/** A conversation with the bot is its one member's. */
export async function mayRead(channel: APIChannel, { id }: Person, desk: Desk): Promise<boolean> {
  try {
    if (channel.type === ChannelType.DM) return (await desk.direct.channelOf(id)) === channel.id;
    const server = desk.guilds.get(('guild_id' in channel ? channel.guild_id : undefined) ?? '');
    const member = await server?.members.fetch({ user: id, cache: false, force: true });
    return member !== undefined && (await mayMemberRead(channel, member, desk));
  } catch {
    return false;
  }
}

/** A thread is seen by whoever sees its channel; one that is private by whoever was added to it, or keeps order. */
async function mayMemberRead(channel: APIChannel, member: GuildMember, { clients }: Desk): Promise<boolean> {
  const room = isThread(channel) ? channel.parent_id : channel.id;
  const rights = member.guild.channels.cache.get(room ?? '')?.permissionsFor(member);
  if (rights?.has([bits.ViewChannel, bits.ReadMessageHistory]) !== true) return false;
  if (channel.type !== ChannelType.PrivateThread || rights.has(bits.ManageThreads)) return true;
  await clients.reading.get(Routes.threadMembers(channel.id, member.id));
  return true;
}
