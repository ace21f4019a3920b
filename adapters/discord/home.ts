/** Members of servers, and which of those someone belongs to who talks to the bot alone: as Discord says when it is asked. */
import { RESTJSONErrorCodes, Routes } from 'discord.js';
import type { APIGuildMember } from 'discord.js';
import { isListed } from './belonging.ts';
import { codeOf } from './rest/posted.ts';
import type { Workspace } from './workspace.ts';

/** As much of a member as every event has. */
export type Member = Pick<APIGuildMember, 'nick' | 'roles' | 'pending'>;

export interface Home {
  readonly guild: string;
  readonly member: Member;
}

type Room = Pick<Workspace, 'clients' | 'guilds' | 'settings'>;

/** So many servers are asked for one person. */
const mostAsked = 20;

/** That in which they were last is asked first. */
export async function homeOf(user: string, last: string | undefined, room: Room): Promise<Home | null> {
  const { workspaces } = await room.settings();
  const guilds = room.guilds
    .all()
    .map(({ id }) => id)
    .filter((id) => isListed(id, workspaces))
    .toSorted((a, b) => Number(b === last) - Number(a === last));
  for (const guild of guilds.slice(0, mostAsked)) {
    const member = await memberOf(guild, user, room);
    if (member !== null) return { guild, member };
  }
  return null;
}

/** `null`: they are not there. */
export async function memberOf(
  guild: string,
  user: string,
  { clients }: Pick<Room, 'clients'>,
): Promise<APIGuildMember | null> {
  try {
    return (await clients.reading.get(Routes.guildMember(guild, user))) as APIGuildMember;
  } catch (error) {
    if (absent.has(codeOf(error))) return null;
    throw error;
  }
}

const absent = new Set([RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser].map(String));
