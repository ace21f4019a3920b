/** Answers to what somebody wrote: a reply to it in a channel, or the next message in the conversation with the bot. */
import { Routes } from 'discord.js';
import { insist } from '../../../src/view/insist.ts';
import type { Reply } from '../../../src/view/reply.ts';
import type { Desk } from '../desk.ts';
import type { Spot } from '../place.ts';
import { timeOf } from '../snowflake.ts';

/** The key of the answer to a message. */
export const answerKey = (message: string): string => `message ${message}`;

/** `message`: id of what is answered. Its key makes the answer stand there once. */
export function replyBelow(message: string, { guild, channel }: Spot, desk: Desk): Reply {
  const { clients, timing, now, log } = desk;
  const client = clients.interaction;
  return {
    // For ten seconds, or until something is said: https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
    hint: async () => {
      await client
        .post(Routes.channelTyping(channel))
        .catch((error: unknown) =>
          log.info({ err: error }, 'that an answer takes longer could not be shown'),
        );
    },
    give: async (view, { call: { locale, person } }) => {
      const posting = { client, view, locale, key: answerKey(message) };
      const here = { ...posting, to: { channel }, ...(guild === null ? {} : { answers: message }) };
      const directly = { ...posting, to: { user: person.id }, key: `${posting.key} direct` };
      const told = { at: timeOf(message), again: false };
      let posted = await insist((since) => desk.posts.post({ ...here, ...since }), {
        told,
        now,
        settle: timing.settle,
        sleep: timing.sleep,
      });
      if (posted.status === 'refused' && guild !== null) posted = await desk.posts.post(directly);
      if (posted.status !== 'posted') log.warn({ posted }, 'an answer did not arrive');
    },
  };
}
