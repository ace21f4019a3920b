/** What people, roles and channels are called in a server, for text that names them. */
import { PermissionFlagsBits as bits } from 'discord.js';
import type { Names } from '../../src/view/mention.ts';
import type { Desk } from './desk.ts';

type Room = Pick<Desk, 'people' | 'guilds' | 'hash'>;

/** For somebody who waits: who can not be asked for at once has no name. `guild`: `null` for a conversation with the bot. */
export function nameSource(guild: string | null, room: Room): Names {
  const { hash, nameOf } = register(guild, room);
  return { hash, nameOf: (who) => nameOf(who).catch(() => null) };
}

/**
 * For what is kept: where Discord can not be asked it rejects. The name of a channel that not everyone sees is none of
 * anybody's business.
 */
export const register = (guild: string | null, { people, guilds, hash }: Room): Names => ({
  hash,
  nameOf: async ({ of, id }) => {
    const server = guilds.get(guild ?? '');
    if (server === undefined) return null;
    if (of === 'person') return people.nameIn(server.id, id);
    if (of === 'role') return server.roles.cache.get(id)?.name ?? null;
    const channel = server.channels.cache.get(id);
    const isPublic = channel?.permissionsFor(server.roles.everyone)?.has(bits.ViewChannel) === true;
    return isPublic ? channel.name : null;
  },
});
