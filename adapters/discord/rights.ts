/** What someone may do besides asking, as the roles of a server say at this moment. */
import { PermissionFlagsBits as bits } from 'discord.js';
import type { APIUser, Guild } from 'discord.js';
import type { Person } from '../../src/port.ts';
import type { Member } from './home.ts';

type Rights = Pick<Person, 'organiser' | 'guest'>;

export const nobody: Rights = { organiser: false, guest: true };

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
export function rightsOf({ user, member, organisers, server }: Judged): Rights {
  if (member === null || member.pending === true) return nobody;
  const isNamed = organisers.some((one) => one === user.id || one.replace(/^@/, '') === user.username);
  return { organiser: isNamed || managesServer(user, member, server), guest: false };
}

/** Whoever owns the server, or may manage it by one of their roles or by what everyone may. */
function managesServer({ id }: APIUser, { roles }: Member, server: Guild | undefined): boolean {
  if (server === undefined) return false;
  const held = server.roles.cache.filter((role) => role.id === server.id || roles.includes(role.id));
  return server.ownerId === id || held.some(({ permissions }) => permissions.has(bits.ManageGuild));
}
