/** Answers in a modal. It opens before there is one, since what opens it is good for three seconds. */
import type { types } from '@slack/bolt';
import type { View } from '../../../src/port.ts';
import { workingView } from '../../../src/view/meanwhile.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import { answer } from '../answer.ts';
import type { Asked } from '../call.ts';
import type { Desk } from '../desk.ts';
import { codeOf } from '../web-api/failure.ts';
import { languageSoon } from '../language.ts';
import { modalOf, withoutChannel } from '../modal.ts';
import { readOrigin } from '../origin.ts';
import { outgoing } from '../outgoing.ts';

/** What a modal keeps, whatever it shows. */
export type Frame = Pick<types.ModalView, 'private_metadata' | 'clear_on_close'>;

/** Which modal: by Slack's id, or by ours where Slack's is not known yet. */
export type Modal = ({ readonly view_id: string } | { readonly external_id: string }) & {
  readonly frame?: Frame;
};

/** What somebody asks in a modal or on the Home tab. */
export type Asking = Pick<Asked, 'user' | 'said'>;

/** Opens a modal and answers in it. */
export async function answerInNewModal(trigger: string, asking: Asking, desk: Desk): Promise<void> {
  const waiting = await waitingModal(asking.user, desk);
  const opened = await openModal(trigger, waiting, desk);
  const reply = opened === null ? replyDirectly(asking.user, desk) : replyInModal(opened, asking.user, desk);
  await answerPrivately({ ...asking, channel: asking.user }, reply, desk);
}

/** A modal that says that there will be an answer. */
export async function waitingModal(user: string, desk: Desk): Promise<types.ModalView> {
  const locale = await languageSoon(user, desk);
  return modalOf(workingView(locale), locale);
}

/** Answers in a modal that is there. The place is where it was opened from, or else their conversation with the bot. */
export function answerInModal(modal: Modal, asking: Asking, desk: Desk): Promise<void> {
  const origin = readOrigin(modal.frame?.private_metadata ?? '') ?? { channel: asking.user };
  return answerPrivately({ ...asking, ...origin }, replyInModal(modal, asking.user, desk), desk);
}

const answerPrivately = (asked: Asked, reply: Reply, desk: Desk): Promise<void> =>
  answer(asked, reply, { ...desk, bot: withoutChannel(desk.bot) });

/** `null` where Slack does not open it. */
export async function openModal(
  trigger_id: string,
  view: types.ModalView,
  desk: Desk,
): Promise<Modal | null> {
  try {
    const { view: opened } = await desk.clients.interaction.views.open({ trigger_id, view });
    return opened?.id === undefined ? null : { view_id: opened.id };
  } catch (error) {
    desk.log.warn({ err: error }, 'a modal did not open');
    return null;
  }
}

/** It can be changed as often as one likes. */
function replyInModal(modal: Modal, user: string, desk: Desk): Reply {
  return {
    hints: Infinity,
    hint: async (view, audience) => {
      await show(view, audience, { modal, desk });
    },
    give: async (view, audience) => {
      const shown = await show(view, audience, { modal, desk });
      if (shown === 'failed') await replyDirectly(user, desk).give(view, audience);
    },
  };
}

/** So often, and so many milliseconds apart, it is looked for: Slack may not have put it there yet. */
const tries = 6;
const pause = 150;

/** Where somebody closed it, they want no answer any more. */
async function show(
  answered: View,
  { call: { locale } }: Audience,
  { modal, desk }: { readonly modal: Modal; readonly desk: Desk },
): Promise<'shown' | 'closed' | 'failed'> {
  const { frame, ...id } = modal;
  const external = 'external_id' in id ? id : {};
  const view = { ...modalOf(answered, locale), ...external, ...frame };
  const most = 'external_id' in id ? tries : 1;
  for (let count = 1; ; count += 1)
    try {
      await desk.clients.interaction.views.update({ ...id, view });
      return 'shown';
    } catch (error) {
      const isGone = codeOf(error) === 'not_found';
      desk.log.info({ err: error }, 'a modal could not be changed');
      if (!isGone) return 'failed';
      if (count === most) return 'closed';
      await desk.timing.sleep(pause * count);
    }
}

/** In their conversation with the bot. */
function replyDirectly(user: string, { clients, log }: Desk): Reply {
  return {
    hint: async () => {},
    give: async (view, { call: { locale } }) => {
      try {
        await clients.interaction.chat.postMessage({ ...outgoing(view, locale), channel: user });
      } catch (error) {
        log.warn({ err: error }, 'an answer did not arrive');
      }
    },
  };
}
