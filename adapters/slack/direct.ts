/** Which conversation with the bot is whose: Slack takes a person where one posts, but not where one reads. */
import { createCache } from './cache.ts';
import type { Workspace } from './workspace.ts';

const kind = 'slack-direct';

/** How many are known without a look into State. */
const mostKnown = 5000;

export interface Direct {
  /** Id of the channel; `null` if they never talked. */
  readonly channelOf: (user: string) => Promise<string | null>;
  /** Never rejects: what is not noted is found out anew. */
  readonly note: (user: string, channel: string) => Promise<void>;
}

export function createDirect({ state, log }: Pick<Workspace, 'state' | 'log'>): Direct {
  const known = createCache<string>(mostKnown);
  return {
    channelOf: async (user) =>
      known.get(user) ?? ((await state.get(kind, user))?.value as string | undefined) ?? null,
    note: async (user, channel) => {
      if (known.get(user) === channel) return;
      known.set(user, channel);
      try {
        const before = await state.get(kind, user);
        if (before?.value === channel) return;
        await state.put({ kind, key: user, version: before?.version ?? null, value: channel });
      } catch (error) {
        log.warn({ err: error }, 'whose conversation that is could not be noted');
      }
    },
  };
}
