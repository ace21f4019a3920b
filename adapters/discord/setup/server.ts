/** `doctor` in each server that the bot is in: whether it belongs there, which channels it sees, and what it lacks in them. */
import type { APIGuildMember, APIRole, RESTAPIPartialCurrentUserGuild } from 'discord.js';
import type { Check } from '../../../src/port.ts';
import { fine, wrong, wrongSetting } from '../../../src/view/check.ts';
import type { Words } from '../../../src/words/index.ts';
import { isListed } from '../belonging.ts';
import { examineChannels, isWritten } from './channel.ts';
import type { Channel } from './channel.ts';
import { has, inviteUrl, permissions, rightsIn } from './permissions.ts';
import type { Member } from './permissions.ts';
import type { Probe } from './probe.ts';
import { problemOf } from './problem.ts';
import type { Room, Self } from './room.ts';

type Server = Pick<RESTAPIPartialCurrentUserGuild, 'id' | 'name'>;

const check = 'discord.server';

export async function* examineServers(probe: Probe, self: Self, room: Room): AsyncGenerator<Check> {
  try {
    const servers = await serversOf(probe);
    if (servers.length === 0)
      yield wrong(check, room.words.doctor.discord.noServer(inviteUrl(self.application.id)));
    for (const [done, server] of servers.entries()) {
      room.show({ done, of: servers.length });
      yield* examineServer(server, { probe, self, room });
    }
  } catch (error) {
    yield wrong(check, problemOf(error, room.words));
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

interface Asked {
  readonly probe: Probe;
  readonly self: Self;
  readonly room: Room;
}

/** What fails in one server says nothing of the others. */
async function* examineServer(server: Server, { probe, self, room }: Asked): AsyncGenerator<Check> {
  const { request, words } = room;
  const { name, id } = server;
  if (!isListed(id, request.workspaces)) {
    yield wrongSetting(check, words.doctor.discord.otherServer(name, id)).check;
    return;
  }
  try {
    yield* examineRights(await lookAt(server, probe, self), self, words);
  } catch (error) {
    const problem = problemOf(error, words);
    yield wrong(check, { ...problem, message: `${name}: ${problem.message}` });
  }
}

function* examineRights(look: Look, { application }: Self, words: Words): Generator<Check> {
  const { server, roles, channels, bot } = look;
  const said = words.doctor.discord;
  const rights = rightsIn(bot, roles);
  const lacking = permissions.filter((permission) => !has(rights, permission));
  if (lacking.length === 0) yield fine('discord.permission', said.permissions(server.name));
  for (const { name, use } of lacking.map((permission) => words.setup.discord.permission[permission]))
    yield wrong(
      'discord.permission',
      said.noPermission(server.name, { name, use, url: inviteUrl(application.id) }),
    );
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
