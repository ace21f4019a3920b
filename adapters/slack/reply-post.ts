/** Answers to what somebody wrote: a message below it, or in the conversation with the bot. */
import type { Posted, View } from '../../src/port.ts';
import type { Audience, Reply } from './answer.ts';
import type { Desk } from './desk.ts';
import { edit } from './edit.ts';
import type { Told } from './inbox.ts';
import { eventType } from './look.ts';
import { outgoing } from './outgoing.ts';
import type { Posting } from './post.ts';
import type { Spot } from './place.ts';
import { writeRef } from './ref.ts';

/** So often an answer that has to wait is tried. */
const mostTries = 3;

/** `told`: the event that is answered. Its key makes the answer stand there once, also where the bot died on the way. */
export function replyIn(spot: Spot, told: Told, desk: Desk): Reply {
  const client = desk.clients.interaction;
  const { key } = told;
  let hinted: string | null = null;

  const attempt = (view: View, { call: { locale } }: Audience): Promise<Posted> => {
    if (hinted === null) {
      const since = told.again ? { since: told.at } : {};
      return desk.posts.post({ client, to: spot, view, locale, key, ...since });
    }
    const metadata = { event_type: eventType, event_payload: { key } };
    return edit({ client, ref: hinted, view, locale, metadata }, desk);
  };

  /** In their conversation with the bot, where it can not be given where it was asked for. */
  const toPerson = (view: View, { call: { locale, person } }: Audience): Posting => ({
    client,
    to: { channel: person.id },
    view,
    locale,
    key: `${key} direct`,
  });

  return {
    hint: async (view, audience) => {
      hinted = await hint({ spot, view, before: hinted }, audience, desk);
    },
    give: async (view, audience) => {
      let posted = await attempt(view, audience);
      for (let tries = 1; posted.status === 'later' && tries < mostTries; tries += 1) {
        await desk.timing.sleep(posted.after.getTime() - desk.now().getTime());
        posted = await attempt(view, audience);
      }
      if (posted.status === 'refused') posted = await desk.posts.post(toPerson(view, audience));
      if (posted.status !== 'posted') desk.log.warn({ posted }, 'an answer did not arrive');
    },
  };
}

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
