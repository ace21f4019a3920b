/** Who someone is, as Discord says at every call: whoever was an organiser yesterday may be none today. */
import {
  Collection,
  LimitedCollection,
  PermissionFlagsBits as bits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { APIGuildMember, APIUser, Guild } from 'discord.js';
import type { Locale, Person } from '../../src/port.ts';
import { isListed } from './belonging.ts';
import { codeOf } from './rest/posted.ts';
import type { Workspace } from './workspace.ts';

/** As much of a member as every event has. */
export type Member = Pick<APIGuildMember, 'nick' | 'roles' | 'pending'>;

export interface Acting {
  readonly user: APIUser;
  /** `null`: they are in no server that the community lists, or nobody knows. */
  readonly member: Member | null;
  /** The server; '' for none. */
  readonly guild: string;
  /** As Discord says it of whoever uses a command. */
  readonly locale?: string;
}

export interface People {
  readonly person: (acting: Acting) => Promise<Person>;
  /** The server by which someone belongs who talks to the bot alone; `null`: they are in none that the community lists. */
  readonly home: (user: string) => Promise<Home | null>;
  /** Someone who does not ask for anything, the author of a message: without a right, and by their name in the server. */
  readonly known: (user: APIUser, guild: string | null) => Promise<Person>;
  /** As Discord says now; `null`: they are not there. */
  readonly memberOf: (guild: string, user: string) => Promise<Member | null>;
  /** What someone is called in a server, as it was once; `null` if Discord does not say. */
  readonly nameIn: (guild: string, user: string) => Promise<string | null>;
}

export interface Home {
  readonly guild: string;
  readonly member: Member;
}

type Room = Pick<Workspace, 'clients' | 'guilds' | 'settings'>;

/** Of so many people is remembered what their events do not say every time. */
const mostKnown = 5000;

export function createPeople(room: Room): People {
  const locales: Collection<string, Locale> = new LimitedCollection({ maxSize: mostKnown });
  const homes: Collection<string, string> = new LimitedCollection({ maxSize: mostKnown });
  const names: Collection<string, string | null> = new LimitedCollection({ maxSize: mostKnown });

  const person = async ({ user, member, guild, locale: tag }: Acting): Promise<Person> => {
    const { organisers } = await room.settings();
    if (tag !== undefined) locales.set(user.id, localeOf(tag));
    if (guild !== '') homes.set(user.id, guild);
    const locale = locales.get(user.id);
    return {
      id: user.id,
      name: nameOf(user, member),
      ...(locale === undefined ? {} : { locale }),
      ...rightsOf({ user, member, organisers, server: room.guilds.get(guild) }),
    };
  };

  const nameIn = async (guild: string, id: string): Promise<string | null> => {
    const key = `${guild} ${id}`;
    const before = names.get(key);
    if (before !== undefined) return before;
    const member = await memberOf(guild, id, room).catch(() => null);
    const name = member === null ? null : nameOf(member.user, member);
    names.set(key, name);
    return name;
  };

  return {
    person,
    home: (user) => homeOf(user, homes.get(user), room),
    known: async (user, guild) => {
      const name = guild === null ? null : await nameIn(guild, user.id);
      return { id: user.id, name: name ?? nameOf(user), ...nobody };
    },
    memberOf: (guild, user) => memberOf(guild, user, room),
    nameIn,
  };
}

export const nobody = { organiser: false, guest: true } as const;

export const nameOf = (user: APIUser, member: Pick<Member, 'nick'> | null = null): string =>
  member?.nick || user.global_name || user.username;

/** Whoever reads neither language reads English. */
const localeOf = (tag: string): Locale => (tag === 'ja' ? 'ja' : 'en');

interface Judged {
  readonly user: APIUser;
  readonly member: Member | null;
  readonly organisers: readonly string[];
  readonly server: Guild | undefined;
}

/**
 * A guest is who is not in the server, or has not agreed to its rules yet; a guest is never an organiser, whatever the
 * community's settings say. Those name an id or a username: what is shown of people they choose themselves.
 */
function rightsOf({ user, member, organisers, server }: Judged): Pick<Person, 'organiser' | 'guest'> {
  if (member === null || member.pending === true) return nobody;
  const isNamed = organisers.some((one) => one === user.id || one.replace(/^@/, '') === user.username);
  return { organiser: isNamed || managesServer(user, member, server), guest: false };
}

/** Whoever owns the server, or may manage it by one of their roles or by what everyone may. */
function managesServer({ id }: APIUser, { roles }: Member, server: Guild | undefined): boolean {
  if (server === undefined) return false;
  const held = server.roles.cache.filter((role) => role.id === server.id || roles.includes(role.id));
  return server.ownerId === id || held.some(({ permissions }) => permissions.any([bits.ManageGuild]));
}

/** So many servers are asked for one person. */
const mostAsked = 20;

/** That in which they were last is asked first. */
async function homeOf(user: string, last: string | undefined, room: Room): Promise<Home | null> {
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
async function memberOf(
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
