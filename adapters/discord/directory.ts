/** How servers call their channels and roles, as the gateway keeps telling: nothing is asked of Discord. */
import { ChannelType, PermissionFlagsBits as bits } from 'discord.js';
import type { Guild, GuildBasedChannel } from 'discord.js';
import type { Directory } from '../../src/port.ts';
import { called, isForEveryone } from '../../src/view/called.ts';
import { isListed } from './belonging.ts';
import type { Desk } from './desk.ts';
import { placeOf, spotOf } from './place.ts';

/** Channels in which one writes messages; a forum takes posts, each with a title. */
export const postable = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

/** It rejects before the chat has started, and for a server of which Discord tells nothing at the moment. */
export const createDirectory = (started: () => Desk): Directory => ({
  channel: async ({ name, workspace }) => {
    const desk = started();
    const servers = await serversOf(workspace, desk);
    const found = called(servers.flatMap(channelsIn), name);
    if (found === null) return null;
    const spot = spotOf({ id: found.id, type: found.type }, found.guild.id);
    return { ...placeOf(spot, found.guild.id, desk), name: `#${found.name}` };
  },
  role: async ({ name, workspace }) => {
    const [server] = await serversOf(workspace, started());
    if (server === undefined || isForEveryone(name)) return null;
    const roles = server.roles.cache.filter(({ id }) => id !== server.id);
    return called([...roles.values()], name)?.id ?? null;
  },
});

/** Those of the community; `null`: all of them. */
async function serversOf(workspace: string | null, { guilds, settings }: Desk): Promise<readonly Guild[]> {
  const { workspaces } = await settings();
  const servers = guilds
    .all()
    .filter(({ id }) => isListed(id, workspaces) && (workspace === null || id === workspace));
  if (servers.some(({ available }) => !available)) throw new Error('Discord tells nothing of a server');
  return servers;
}

const channelsIn = ({ channels }: Guild): readonly GuildBasedChannel[] =>
  [...channels.cache.values()].filter(isPostable);

const kinds: ReadonlySet<ChannelType> = new Set(postable);

/** May the bot write messages there? */
export const isPostable = (channel: GuildBasedChannel): boolean =>
  kinds.has(channel.type) &&
  channel.permissionsFor(channel.client.user)?.has([bits.ViewChannel, bits.SendMessages]) === true;
