/** Answers to commands and buttons. Their words have a quarter of an hour; after that they go another way. */
import { MessageFlags, Routes } from 'discord.js';
import type { Locale, Posted, View } from '../../../src/port.ts';
import { insist } from '../../../src/view/insist.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import { answer } from '../answer.ts';
import type { Asked } from '../call.ts';
import type { Desk } from '../desk.ts';
import { outgoing } from '../outgoing.ts';
import type { Target } from '../target.ts';
import { postedOf } from '../rest/posted.ts';
import { acknowledge } from './acknowledge.ts';
import type { Interaction, Responding } from './acknowledge.ts';

/** Says that there will be an answer, and gives it. Never rejects. */
export async function respond(asked: Asked, { interaction, surface, desk }: Responding): Promise<void> {
  const taken = await acknowledge({ interaction, surface, desk });
  if (taken === 'elsewhere') return;
  const elsewhere = giveElsewhere(asked, interaction, desk);
  const reply =
    taken === 'late'
      ? { hint: async () => {}, give: elsewhere }
      : replyIn({ interaction, surface, desk }, elsewhere);
  await answer(asked, reply, desk);
}

function replyIn({ interaction, surface, desk }: Responding, elsewhere: Reply['give']): Reply {
  const messages = messagesOf(interaction, desk);
  const { now, timing } = desk;
  let isHinted = false;
  return {
    // Its words can be changed as often as one likes, as long as they can be changed at all.
    hints: Infinity,
    hint: async (view, { call: { locale } }) => {
      const { status } = await messages.change(view, locale);
      isHinted ||= status === 'posted';
    },
    give: async (view, audience) => {
      const { locale } = audience.call;
      // What went wrong stands beside what one has before oneself, and where everyone looks it does not stand at all.
      const isBeside = surface === 'own' && view.failure !== undefined && !isHinted;
      const isToGo = surface === 'public' && !audience.isPublic;
      if (isToGo) await messages.erase();
      const say = isBeside || isToGo ? messages.add : messages.change;
      const told = { at: now(), again: false };
      const posted = await insist(() => say(view, locale), {
        told,
        now,
        settle: timing.settle,
        sleep: timing.sleep,
      });
      if (posted.status !== 'posted') await elsewhere(view, audience);
    },
  };
}

/** What was said to an interaction: the answer, and what follows it. */
interface Messages {
  readonly change: (view: View, locale: Locale) => Promise<Posted>;
  /** For whoever asked alone. */
  readonly add: (view: View, locale: Locale) => Promise<Posted>;
  readonly erase: () => Promise<Posted>;
}

function messagesOf({ application_id: app, token }: Interaction, { clients, now }: Desk): Messages {
  const client = clients.interaction;
  const original = Routes.webhookMessage(app, token);
  const attempt = async (work: Promise<unknown>): Promise<Posted> => {
    try {
      await work;
      return { status: 'posted', ref: token };
    } catch (error) {
      return postedOf(error, now());
    }
  };
  return {
    change: (view, locale) => attempt(client.patch(original, { ...outgoing(view, locale), auth: false })),
    add: (view, locale) => {
      const { body, files } = outgoing(view, locale);
      const flags = body.flags | MessageFlags.Ephemeral;
      return attempt(
        client.post(Routes.webhook(app, token), { body: { ...body, flags }, files, auth: false }),
      );
    },
    erase: () => attempt(client.delete(original, { auth: false })),
  };
}

/** In the channel, if it is for everyone; or else in their conversation with the bot. */
function giveElsewhere({ spot, user }: Asked, { id }: Interaction, desk: Desk): Reply['give'] {
  return async (view: View, { call: { locale }, isPublic }: Audience) => {
    const ways: readonly Target[] = [...(isPublic ? [{ channel: spot.channel }] : []), { user: user.id }];
    for (const [index, to] of ways.entries()) {
      const key = `interaction ${id} ${index}`;
      const posted = await desk.posts.post({ client: desk.clients.interaction, to, view, locale, key });
      if (posted.status === 'posted') return;
      desk.log.info({ posted }, 'an answer has to take another way');
    }
    desk.log.warn({}, 'an answer did not arrive');
  };
}
