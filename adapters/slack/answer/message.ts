/** Answers to what somebody wrote: a message below it, or in the conversation with the bot. */
import type { Posted, View } from '../../../src/port.ts';
import type { Audience, Reply } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { edit } from '../edit.ts';
import type { Told } from '../receiver/inbox.ts';
import { eventType } from '../look.ts';
import { outgoing } from '../outgoing.ts';
import type { Posting } from '../post.ts';
import type { Spot } from '../place.ts';
import { writeRef } from '../ref.ts';

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
      const posting = { client: desk.clients.interaction, to: spot, view, locale, key: told.key };
      const directly = { ...posting, to: { channel: person.id }, key: `${told.key} direct` };
      const ref = hinted;
      let posted = await insist(
        (since) => (ref === null ? desk.posts.post({ ...posting, ...since }) : replace(ref, posting, desk)),
        { told, desk },
      );
      if (posted.status === 'refused') posted = await desk.posts.post(directly);
      if (posted.status !== 'posted') desk.log.warn({ posted }, 'an answer did not arrive');
    },
  };
}

/** Where it has been tried before: since when to look whether it is there. */
type Since = Pick<Posting, 'since'>;

/** Where Slack has no time for it, it is tried again when it has; where it may have arrived, after a look. */
async function insist(
  attempt: (since: Since) => Promise<Posted>,
  { told, desk: { timing, now } }: { readonly told: Told; readonly desk: Desk },
): Promise<Posted> {
  const looking: Since = { since: told.at };
  let since: Since = told.again ? looking : {};
  let posted = await attempt(since);
  for (let tries = 1; tries < mostTries && isOpen(posted); tries += 1) {
    const wait = posted.status === 'later' ? posted.after.getTime() - now().getTime() : timing.settle;
    await timing.sleep(wait);
    if (posted.status === 'unsure') since = looking;
    posted = await attempt(since);
  }
  return posted;
}

const isOpen = ({ status }: Posted): boolean => status === 'later' || status === 'unsure';

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
