/** Answers to what somebody said or did before everyone, and nobody else is to see: in their conversation with the bot. */
import { Routes } from 'discord.js';
import type { APIMessage } from 'discord.js';
import type { Locale, View } from '../../../src/port.ts';
import { insist } from '../../../src/view/insist.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import type { Desk } from '../desk.ts';
import { outgoing } from '../outgoing.ts';

interface Alone {
  readonly user: string;
  /** Makes the answer stand there once. */
  readonly key: string;
  /** When they said or did it. */
  readonly at: Date;
  /** What they are told, and where, who take no messages of the bot's. */
  readonly otherwise: (audience: Audience) => Promise<void>;
}

export function replyAlone({ user, key, at, otherwise }: Alone, desk: Desk): Reply {
  const { clients, timing, now, posts, log } = desk;
  const client = clients.interaction;
  const meanwhile = meanwhileWith(user, desk);
  return {
    hints: Infinity,
    hint: (view, { call: { locale } }) => meanwhile.say(view, locale),
    give: async (view, audience) => {
      const { locale } = audience.call;
      const { settle, sleep } = timing;
      const posting = { client, to: { user }, view, locale, key };
      const told = { at, again: false };
      const attempt = (since: object) => posts.post({ ...posting, ...since });
      const posted = await insist(attempt, { told, now, settle, sleep });
      await meanwhile.erase();
      if (posted.status === 'refused') await otherwise(audience);
      else if (posted.status !== 'posted') log.warn({ posted }, 'an answer did not arrive');
    },
  };
}

/** One message that says how far the answer is, and goes when that is there. */
interface Meanwhile {
  readonly say: (view: View, locale: Locale) => Promise<void>;
  readonly erase: () => Promise<void>;
}

function meanwhileWith(user: string, { clients, direct, log }: Desk): Meanwhile {
  const client = clients.interaction;
  let at: ReturnType<typeof Routes.channelMessage> | null = null;
  let isShut = false;
  const trying = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      isShut = true;
      log.info({ err: error }, 'that an answer takes longer could not be shown');
    }
  };
  const put = async (message: ReturnType<typeof outgoing>): Promise<void> => {
    if (at !== null) return void (await client.patch(at, message));
    const channel = await direct.channelOf(user);
    const { id } = (await client.post(Routes.channelMessages(channel), message)) as APIMessage;
    at = Routes.channelMessage(channel, id);
  };
  return {
    say: async (view, locale) => {
      if (!isShut) await trying(() => put(outgoing(view, locale)));
    },
    erase: async () => {
      const standing = at;
      if (standing !== null) await trying(() => client.delete(standing));
    },
  };
}
