/** Who someone is, as Discord says at every call: whoever was an organiser yesterday may be none today. */
import { Collection, LimitedCollection } from 'discord.js';
import type { APIUser } from 'discord.js';
import type { Locale, Person } from '../../src/port.ts';
import { homeOf, memberOf } from './home.ts';
import type { Home, Member } from './home.ts';
import { rightsOf } from './rights.ts';
import type { Workspace } from './workspace.ts';

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
  /** As Discord says now; `null`: they are not there. */
  readonly memberOf: (guild: string, user: string) => Promise<Member | null>;
  /** What someone is called in a server, as it was minutes ago; `null`: they are not there. Rejects where Discord can not be asked. */
  readonly nameIn: (guild: string, user: string) => Promise<string | null>;
}

type Room = Pick<Workspace, 'clients' | 'guilds' | 'settings' | 'now'>;

/** Of so many people is remembered what their events do not say every time. */
const mostKnown = 5000;

/** Milliseconds that a name is believed: who takes another one is called by that soon. */
const nameLife = 10 * 60_000;

interface Called {
  readonly name: string | null;
  readonly at: number;
}

export function createPeople(room: Room): People {
  const locales: Collection<string, Locale> = new LimitedCollection({ maxSize: mostKnown });
  const homes: Collection<string, string> = new LimitedCollection({ maxSize: mostKnown });
  const names: Collection<string, Called> = new LimitedCollection({ maxSize: mostKnown });

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
    const at = room.now().getTime();
    const before = names.get(key);
    if (before !== undefined && at - before.at < nameLife) return before.name;
    const member = await memberOf(guild, id, room);
    const name = member === null ? null : nameOf(member.user, member);
    names.set(key, { name, at });
    return name;
  };

  return {
    person,
    home: (user) => homeOf(user, homes.get(user), room),
    memberOf: (guild, user) => memberOf(guild, user, room),
    nameIn,
  };
}

export const nameOf = (user: APIUser, member: Pick<Member, 'nick'> | null = null): string =>
  member?.nick || user.global_name || user.username;

/** Whoever reads neither language reads English. */
export const localeOf = (tag: string): Locale => (tag === 'ja' ? 'ja' : 'en');
