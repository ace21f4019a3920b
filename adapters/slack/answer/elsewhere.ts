/** Answers without an address of their own: in the channel, or in somebody's conversation with the bot. */
import type { View } from '../../../src/port.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import type { Desk } from '../desk.ts';
import { outgoing } from '../outgoing.ts';
import type { Spot } from '../place.ts';
import { codeOf } from '../web-api/failure.ts';

export interface Seat extends Pick<Spot, 'channel' | 'thread'> {
  /** Whom it answers. */
  readonly user: string;
}

/** In the channel, for everyone or for them alone; or else, where the bot is not in it, in their conversation with it. */
export async function giveElsewhere(
  view: View,
  { call: { locale }, isPublic }: Audience,
  { seat: { channel, thread, user }, desk }: { readonly seat: Seat; readonly desk: Desk },
): Promise<void> {
  const { chat } = desk.clients.interaction;
  const message = outgoing(view, locale);
  const there = { ...message, channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
  const ways = [
    () => (isPublic ? chat.postMessage(there) : chat.postEphemeral({ ...there, user })),
    () => chat.postMessage({ ...message, channel: user }),
  ];
  for (const way of ways)
    try {
      await way();
      return;
    } catch (error) {
      desk.log.info({ code: codeOf(error) }, 'an answer has to take another way');
    }
  desk.log.warn({}, 'an answer did not arrive');
}

/** To what somebody said or did before everyone, and nobody else is to see. What they see can not be changed later, so one hint is enough. */
export const replyAlone = (seat: Seat, desk: Desk): Reply => ({
  hint: (view, audience) => giveElsewhere(view, audience, { seat, desk }),
  hints: 1,
  give: (view, audience) => giveElsewhere(view, audience, { seat, desk }),
});
