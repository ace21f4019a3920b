/** Coming and going: people and the app in guilds, and what they may do. */
import { channelJson, iso } from '../json/channel.ts';
import { wholeGuildJson } from '../json/guild.ts';
import { memberJson, userById } from '../json/user.ts';
import type { Permission } from '../permission.ts';
import { bitsOf } from '../permission.ts';
import type { Guild, Overwrite } from '../state.ts';
import { guildOf, roomOf, userOf } from '../find.ts';
import type { World } from '../world.ts';

/** A person in a guild: the only one if nothing is said. */
export interface Seat {
  readonly user: string;
  readonly guild?: string;
}

export async function join(world: World, seat: Seat): Promise<void> {
  const user = userOf(world.state, seat.user);
  const guild = guildOf(world.state, seat.guild);
  const member = { user: user.id, nick: null, roles: [] };
  guild.members.set(user.id, member);
  world.dispatch({
    name: 'GUILD_MEMBER_ADD',
    guild: guild.id,
    channel: null,
    data: () => ({ ...memberJson(world.state, member), guild_id: guild.id }),
  });
}

export async function leave(world: World, seat: Seat): Promise<void> {
  const user = userOf(world.state, seat.user);
  const guild = guildOf(world.state, seat.guild);
  guild.members.delete(user.id);
  world.dispatch({
    name: 'GUILD_MEMBER_REMOVE',
    guild: guild.id,
    channel: null,
    data: () => ({ guild_id: guild.id, user: userById(world.state, user.id) }),
  });
}

/** Somebody adds the app to a guild. */
export async function install(world: World, called?: string): Promise<Guild> {
  const { state } = world;
  const guild = guildOf(state, called);
  guild.members.set(state.app.id, { user: state.app.id, nick: null, roles: [] });
  world.dispatch({
    name: 'GUILD_CREATE',
    guild: guild.id,
    channel: null,
    data: () => ({ ...wholeGuildJson(state, guild, false), joined_at: iso(world.clock.now()) }),
  });
  return guild;
}

/** Somebody takes the app out of a guild: it hears that, and nothing of the guild any more. */
export async function uninstall(world: World, called?: string): Promise<void> {
  const guild = guildOf(world.state, called);
  world.dispatch({ name: 'GUILD_DELETE', guild: guild.id, channel: null, data: () => ({ id: guild.id }) });
  guild.members.delete(world.state.app.id);
}

export interface Rights {
  readonly channel: string;
  /** A person or a role by name; `meetup` is the app, `@everyone` everybody. */
  readonly who: string;
  readonly allow?: readonly Permission[];
  readonly deny?: readonly Permission[];
}

/** Says what somebody may do in a channel, or may not, instead of what was said of them before. */
export async function permit(
  world: World,
  { channel: called, who, allow = [], deny = [] }: Rights,
): Promise<void> {
  const channel = roomOf(world.state, called);
  const guild = guildOf(world.state, channel.guild ?? undefined);
  const role = [...guild.roles.values()].find(({ name }) => name === who);
  const id = role?.id ?? userOf(world.state, who).id;
  const one: Overwrite = { id, kind: role ? 'role' : 'member', allow: bitsOf(allow), deny: bitsOf(deny) };
  channel.overwrites = [...channel.overwrites.filter((other) => other.id !== id), one];
  world.dispatch({
    name: 'CHANNEL_UPDATE',
    guild: guild.id,
    channel: null,
    data: () => channelJson(world.state, channel),
  });
}

/** Somebody deletes a channel, with all that was said in it. */
export async function removeChannel(world: World, called: string): Promise<void> {
  const channel = roomOf(world.state, called);
  world.dispatch({
    name: channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
    guild: channel.guild,
    channel,
    data: () => channelJson(world.state, channel),
  });
  world.state.channels.delete(channel.id);
}

/** Gives somebody the roles of those names, and no others. */
export async function grant(world: World, of: Seat & { readonly roles: readonly string[] }): Promise<void> {
  const user = userOf(world.state, of.user);
  const guild = guildOf(world.state, of.guild);
  const roles = [...guild.roles.values()].filter(({ name }) => of.roles.includes(name)).map(({ id }) => id);
  const member = { user: user.id, nick: guild.members.get(user.id)?.nick ?? null, roles };
  guild.members.set(user.id, member);
  world.dispatch({
    name: 'GUILD_MEMBER_UPDATE',
    guild: guild.id,
    channel: null,
    data: () => ({ ...memberJson(world.state, member), guild_id: guild.id }),
  });
}

/** Gives somebody a role of their own with those permissions in the whole guild. */
export async function empower(
  world: World,
  of: Seat & { readonly permissions: readonly Permission[] },
): Promise<void> {
  const user = userOf(world.state, of.user);
  const guild = guildOf(world.state, of.guild);
  const name = `may ${of.permissions.join(', ')}`;
  const role = { id: world.id(), name, permissions: bitsOf(of.permissions), mentionable: false };
  guild.roles.set(role.id, role);
  const roles = (guild.members.get(user.id)?.roles ?? []).map((id) => guild.roles.get(id)?.name ?? '');
  await grant(world, { ...of, roles: [...roles, name] });
}

/** From now on that token is good, and no other; `null`: none is. */
export function setToken(world: World, token: string | null): void {
  world.state.token = token;
}
