/** A form that was filled in becomes a call, which is answered in its place. */
import type { App } from '@slack/bolt';
import { filledForm } from '../../../src/view/form.ts';
import type { Desk } from '../desk.ts';
import { filledIn, formCommand, formId } from '../form.ts';
import { answerInModal, waitingModal } from '../answer/modal.ts';

export function onForm(app: App, desk: Desk): void {
  app.view({ type: 'view_submission', callback_id: formId }, async ({ ack, body, view }) => {
    const user = body.user.id;
    // Whoever closes the answer is done with what it was about.
    const frame = { private_metadata: view.private_metadata, clear_on_close: true };
    const modal = { external_id: desk.newId() };
    await ack({
      response_action: 'update',
      view: { ...(await waitingModal(user, desk)), ...modal, ...frame },
    });
    const said = filledForm(formCommand(view.callback_id), filledIn(view.state.values));
    await answerInModal({ ...modal, frame }, { user, said }, desk);
  });
}
