/** Conversations of people with the bot: Discord opens one where it is asked for it, and says the same one every time. */
import { LimitedCollection, Routes } from 'discord.js';
import type { APIDMChannel, Collection } from 'discord.js';
import type { Workspace } from './workspace.ts';

/** How many are known without asking. */
const mostKnown = 5000;

export interface Direct {
  /** Id of the channel. Rejects where Discord does not open one. */
  readonly channelOf: (user: string) => Promise<string>;
}

export function createDirect({ clients }: Pick<Workspace, 'clients'>): Direct {
  const known: Collection<string, string> = new LimitedCollection({ maxSize: mostKnown });
  return {
    channelOf: async (user) => {
      const before = known.get(user);
      if (before !== undefined) return before;
      const body = { recipient_id: user };
      const { id } = (await clients.interaction.post(Routes.userChannels(), { body })) as APIDMChannel;
      known.set(user, id);
      return id;
    },
  };
}
