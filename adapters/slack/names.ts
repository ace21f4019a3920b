/** What people and channels are called, for text that names them. */
import type { Names } from '../../src/view/mention.ts';
import type { Desk } from './desk.ts';

type Room = Pick<Desk, 'people' | 'clients' | 'hash'>;

/** Groups would take a scope of their own, and the name of a private channel is none of anybody's business. */
export const nameSource = ({ people, clients, hash }: Room): Names => ({
  hash,
  nameOf: async ({ of, id }) => {
    if (of === 'role') return null;
    if (of === 'person') return (await people.known(id)).name;
    try {
      const { channel } = await clients.interaction.conversations.info({ channel: id });
      return channel?.is_private === true ? null : (channel?.name ?? null);
    } catch {
      return null;
    }
  },
});
