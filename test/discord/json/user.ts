/** People, members and roles as the API shows them. */
import { guildPermissions } from '../permission.ts';
import type { Guild, Member, Role, State, User } from '../state.ts';

export const userJson = (user: User): object => ({
  id: user.id,
  username: user.name,
  global_name: user.isBot ? null : user.name,
  discriminator: user.isBot ? '0001' : '0',
  avatar: null,
  bot: user.isBot,
  flags: 0,
  public_flags: 0,
  primary_guild: null,
});

/** Someone who is gone is shown as Discord shows them. */
const gone = (id: string): User => ({
  id,
  name: 'deleted_user',
  locale: 'en-US',
  zone: 'UTC',
  isBot: false,
  acceptsDirect: false,
});

export const userById = (state: State, id: string): object => userJson(state.users.get(id) ?? gone(id));

const joined = '2026-01-01T00:00:00.000Z';

/** Without the user: as it stands beside an author. */
export const memberFacts = (member: Member): object => ({
  nick: member.nick,
  avatar: null,
  banner: null,
  roles: member.roles,
  joined_at: joined,
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  communication_disabled_until: null,
});

export const memberJson = (state: State, member: Member): object => ({
  ...memberFacts(member),
  user: userById(state, member.user),
});

/** Of whoever acts, with what they may do. */
export const actingMember = (state: State, member: Member, permissions: bigint): object => ({
  ...memberJson(state, member),
  permissions: String(permissions),
});

export const roleJson = (role: Role, position: number): object => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: false,
  mentionable: role.mentionable,
  flags: 0,
});

export const rolesJson = (guild: Guild): object[] => [...guild.roles.values()].map(roleJson);

/** A guild as the app's own list has it. */
export const myGuildJson = (state: State, guild: Guild): object => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  banner: null,
  owner: false,
  permissions: String(guildPermissions(guild, state.app.id)),
  features: [],
});
