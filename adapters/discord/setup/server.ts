/** `doctor` in each server that the bot is in: whether it belongs there, which channels it sees, and what it lacks in them. */
import type { APIGuildMember, APIRole, RESTAPIPartialCurrentUserGuild } from 'discord.js';
import type { Check } from '../../../src/port.ts';
import { fine, wrong, wrongSetting } from '../../../src/view/check.ts';
import { isListed } from '../belonging.ts';
import { examineChannels, isWritten } from './channel.ts';
import type { Channel } from './channel.ts';
import { has, inviteUrl, permissions, rightsIn } from './permissions.ts';
import type { Member } from './permissions.ts';
import type { Probe } from './probe.ts';
import { problemOf } from './problem.ts';
import type { Room, Self } from './room.ts';

type Server = Pick<RESTAPIPartialCurrentUserGuild, 'id' | 'name'>;

export async function* examineServers(probe: Probe, self: Self, room: Room): AsyncGenerator<Check> {
  const { discord: said } = room.words.doctor;
  try {
    const servers = await serversOf(probe);
    if (servers.length === 0) yield wrong('discord.server', said.noServer(inviteUrl(self.application.id)));
    for (const [done, server] of servers.entries()) {
      room.show({ done, of: servers.length });
      if (isListed(server.id, room.request.workspaces))
        yield* examineServer(await lookAt(server, probe, self), self, room);
      else yield wrongSetting('discord.server', said.otherServer(server.name, server.id)).check;
    }
  } catch (error) {
    yield wrong('discord.server', problemOf(error, room.words));
  }
}

/** So many at a time: https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const pageSize = 200;

async function serversOf(probe: Probe, before: readonly Server[] = []): Promise<readonly Server[]> {
  const page = await probe.get<readonly Server[]>('/users/@me/guilds', { after: before.at(-1)?.id ?? '0' });
  const servers = [...before, ...page];
  return page.length < pageSize ? servers : serversOf(probe, servers);
}

interface Look {
  readonly server: Server;
  readonly roles: readonly APIRole[];
  readonly channels: readonly Channel[];
  readonly bot: Member;
}

async function lookAt(server: Server, probe: Probe, { user }: Self): Promise<Look> {
  const { id: guild } = server;
  const roles = await probe.get<readonly APIRole[]>(`/guilds/${guild}/roles`);
  const channels = await probe.get<readonly Channel[]>(`/guilds/${guild}/channels`);
  const member = await probe.get<APIGuildMember>(`/guilds/${guild}/members/${user.id}`);
  const bot = { guild, id: user.id, roles: member.roles };
  return { server, roles, channels: channels.filter(isWritten), bot };
}

function* examineServer(look: Look, { application }: Self, { words }: Room): Generator<Check> {
  const { server, roles, channels, bot } = look;
  const { permission: uses } = words.setup.discord;
  const said = words.doctor.discord;
  const rights = rightsIn(bot, roles);
  const lacking = permissions.filter((permission) => !has(rights, permission));
  if (lacking.length === 0) yield fine('discord.permission', said.permissions(server.name));
  for (const { name, use } of lacking.map((permission) => uses[permission]))
    yield wrong('discord.permission', said.noPermission(server.name, name, use, inviteUrl(application.id)));
  const anyone = { guild: server.id, id: null, roles: [] };
  yield* examineChannels(
    {
      server: server.name,
      channels,
      bot: { ...bot, rights },
      anyone: { ...anyone, rights: rightsIn(anyone, roles) },
    },
    words,
  );
}
