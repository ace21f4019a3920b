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
  let hinted: string | null = null;
  return {
    hint: async (view, audience) => {
      hinted = await hint({ spot, view, before: hinted }, audience, desk);
    },
    give: async (view, { call: { locale, person } }) => {
      const client = desk.clients.interaction;
      const since = told.again ? { since: told.at } : {};
      const { key } = told;
      const posting = { client, view, locale, key, ...since };
      const here = { ...posting, to: spot };
      const directly = { ...posting, to: { channel: person.id }, key: `${key} direct` };
      let posted = await insist(
        () => (hinted === null ? desk.posts.post(here) : replace(hinted, here, desk)),
        desk,
      );
      if (posted.status === 'refused') posted = await insist(() => desk.posts.post(directly), desk);
      if (posted.status !== 'posted') desk.log.warn({ posted }, 'an answer did not arrive');
    },
  };
}

/** Where Slack has no time for it, it is tried again when it has. */
async function insist(attempt: () => Promise<Posted>, { timing, now }: Desk): Promise<Posted> {
  let posted = await attempt();
  for (let tries = 1; posted.status === 'later' && tries < mostTries; tries += 1) {
    await timing.sleep(posted.after.getTime() - now().getTime());
    posted = await attempt();
  }
  return posted;
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
