/** What the bot asks for in a server, and nothing beyond; and what of it somebody has there. */
import { OverwriteType, PermissionFlagsBits as bits } from 'discord.js';
import type { APIOverwrite, APIRole } from 'discord.js';
import type { Words } from '../../../src/words/index.ts';

/** Why it is asked for stands in the words: nothing is asked for without a reason. */
export type Permission = keyof Words['setup']['discord']['permission'];

/** Answers to commands need none of them, as Discord hands those over itself; and no answer is an embed. */
export const permissions: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ReadMessageHistory',
  'CreateEvents',
];

/** Address that lets the bot into a server with those rights: https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function inviteUrl(application: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.search = String(
    new URLSearchParams({
      client_id: application,
      scope: 'bot applications.commands',
      permissions: String(permissions.reduce((all, permission) => all | bits[permission], 0n)),
    }),
  );
  return url.href;
}

/** Someone in a server: the bot, or anyone (who has no role of their own). */
export interface Member {
  readonly guild: string;
  /** `null`: anyone. */
  readonly id: string | null;
  /** Ids, without that of everyone. */
  readonly roles: readonly string[];
}

/** Rights, as Discord counts them: one bit each. */
export type Rights = bigint;

const all: Rights = Object.values(bits).reduce((sum, bit) => sum | bit, 0n);

/** What someone may in the whole server. The role of everyone has the id of the server. */
export function rightsIn(member: Member, roles: readonly APIRole[]): Rights {
  const own = roles.filter(({ id }) => id === member.guild || member.roles.includes(id));
  const rights = own.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return isAdministrator(rights) ? all : rights;
}

const isAdministrator = (rights: Rights): boolean => (rights & bits.Administrator) !== 0n;

/** Someone, with what they may in the whole server. */
export interface Granted extends Member {
  readonly rights: Rights;
}

/**
 * What of those is left in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites. Who does
 * not see it may nothing there.
 */
export function rightsAt({ rights, ...member }: Granted, overwrites: readonly APIOverwrite[]): Rights {
  if (isAdministrator(rights)) return rights;
  const ofRoles = overwrites.filter(({ type }) => type === OverwriteType.Role);
  const layers = [
    ofRoles.filter(({ id }) => id === member.guild),
    ofRoles.filter(({ id }) => member.roles.includes(id)),
    overwrites.filter(({ type, id }) => type === OverwriteType.Member && id === member.id),
  ];
  const left = layers.reduce(overwritten, rights);
  return (left & bits.ViewChannel) === 0n ? 0n : left;
}

/** Of one layer all that is denied is taken before what is allowed is given. */
const overwritten = (rights: Rights, layer: readonly APIOverwrite[]): Rights => {
  const denied = layer.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = layer.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (rights & ~denied) | allowed;
};

export const has = (rights: Rights, permission: Permission): boolean => (rights & bits[permission]) !== 0n;
