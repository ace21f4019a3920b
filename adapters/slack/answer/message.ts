/** Answers to what somebody wrote: a message below it, or in the conversation with the bot. */
import type { Posted, View } from '../../../src/port.ts';
import { insist } from '../../../src/view/insist.ts';
import type { Told } from '../../../src/view/insist.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import type { Desk } from '../desk.ts';
import { edit } from '../edit.ts';
import { eventType } from '../look.ts';
import { outgoing } from '../outgoing.ts';
import type { Posting } from '../post.ts';
import type { Spot } from '../place.ts';
import { writeRef } from '../ref.ts';

/** `told`: the event that is answered. Its key makes the answer stand there once, also where the bot died on the way. */
export function replyIn(spot: Spot, told: Told, desk: Desk): Reply {
  let hinted: string | null = null;
  return {
    hint: async (view, audience) => {
      hinted = await hint({ spot, view, before: hinted }, audience, desk);
    },
    give: async (view, { call: { locale, person } }) => {
      const posting = { client: desk.clients.interaction, to: spot, view, locale, key: told.key };
      const directly = { ...posting, to: { channel: person.id }, key: `${told.key} direct` };
      const ref = hinted;
      let posted = await insist(
        (since) => (ref === null ? desk.posts.post({ ...posting, ...since }) : replace(ref, posting, desk)),
        { told, now: desk.now, settle: desk.timing.settle, sleep: desk.timing.sleep },
      );
      if (posted.status === 'refused') posted = await desk.posts.post(directly);
      if (posted.status !== 'posted') desk.log.warn({ posted }, 'an answer did not arrive');
    },
  };
}

/** The answer instead of the hint. From then on it is known by its key. */
const replace = (ref: string, { client, view, locale, key }: Posting, desk: Desk): Promise<Posted> =>
  edit({ client, ref, view, locale, metadata: { event_type: eventType, event_payload: { key } } }, desk);

/** Resolves to where it stands; `null` if it does not. */
async function hint(
  { spot, view, before }: { readonly spot: Spot; readonly view: View; readonly before: string | null },
  { call: { locale } }: Audience,
  desk: Desk,
): Promise<string | null> {
  const client = desk.clients.interaction;
  if (before !== null) {
    await edit({ client, ref: before, view, locale }, desk);
    return before;
  }
  const { channel, thread } = spot;
  try {
    const { ts = '', channel: id = channel } = await client.chat.postMessage({
      ...outgoing(view, locale),
      channel,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    return writeRef({ channel: id, ts });
  } catch (error) {
    desk.log.info({ err: error }, 'that an answer takes longer could not be said');
    return null;
  }
}
