/** Who may do what where: roles, and what a channel allows or denies beyond them. https://docs.discord.com/developers/topics/permissions */
import type { Channel, Guild, Overwrite, State } from './state.ts';

export const permission = {
  createInvite: 1n << 0n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  manageEvents: 1n << 33n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendInThreads: 1n << 38n,
  createEvents: 1n << 44n,
  pinMessages: 1n << 51n,
} as const;

export type Permission = keyof typeof permission;

const all = (1n << 53n) - 1n;

export const bitsOf = (names: readonly Permission[]): bigint =>
  names.reduce((bits, name) => bits | permission[name], 0n);

const apply = (bits: bigint, overwrites: readonly Overwrite[]): bigint => {
  const deny = overwrites.reduce((sum, one) => sum | one.deny, 0n);
  const allow = overwrites.reduce((sum, one) => sum | one.allow, 0n);
  return (bits & ~deny) | allow;
};

/** Of roles alone; nothing for who is not there. */
export function guildPermissions(guild: Guild, user: string): bigint {
  const member = guild.members.get(user);
  if (!member) return 0n;
  if (guild.owner === user) return all;
  const roles = [guild.id, ...member.roles].map((id) => guild.roles.get(id)?.permissions ?? 0n);
  const bits = roles.reduce((sum, one) => sum | one, 0n);
  return (bits & permission.administrator) === 0n ? bits : all;
}

/** What a thread takes its permissions from, too. */
const parentOf = (state: State, channel: Channel): Channel =>
  channel.thread === null ? channel : (state.channels.get(channel.parent ?? '') ?? channel);

function inChannel(guild: Guild, channel: Channel, user: string): bigint {
  const bits = guildPermissions(guild, user);
  if (bits === all) return all;
  const roles = guild.members.get(user)?.roles ?? [];
  const of = (ids: readonly string[]) => channel.overwrites.filter(({ id }) => ids.includes(id));
  const allowed = [of([guild.id]), of(roles), of([user])].reduce(apply, bits);
  return (allowed & permission.viewChannel) === 0n ? 0n : allowed;
}

/** In a direct message those who take part in it may do anything. */
export function permissionsIn(state: State, channel: Channel, user: string): bigint {
  const guild = state.guilds.get(channel.guild ?? '');
  if (!guild) return channel.recipients.includes(user) || user === state.app.id ? all : 0n;
  const bits = inChannel(guild, parentOf(state, channel), user);
  const isShut = channel.thread?.isPrivate === true && !channel.thread.members.has(user);
  return isShut && (bits & permission.manageThreads) === 0n ? 0n : bits;
}

/** In a thread one sends with a permission of its own. */
const meant = (channel: Channel, name: Permission): Permission =>
  name === 'sendMessages' && channel.thread !== null ? 'sendInThreads' : name;

export const may = (
  state: State,
  of: { readonly user: string; readonly channel: Channel },
  name: Permission,
): boolean => (permissionsIn(state, of.channel, of.user) & permission[meant(of.channel, name)]) !== 0n;
