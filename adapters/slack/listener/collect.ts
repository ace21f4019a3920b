/** The message shortcut *Collect notes*, the only way to the bot inside a thread without a word: a modal, in which the notes are looked at. */
import type { App, MessageShortcut } from '@slack/bolt';
import { answer } from '../answer.ts';
import { answerInModal, openModal, waitingModal } from '../answer/modal.ts';
import { replyAt } from '../answer/url.ts';
import type { Asked } from '../call.ts';
import type { Desk } from '../desk.ts';
import { writeOrigin } from '../origin.ts';
import { writeRef } from '../ref.ts';
import type { Ref } from '../ref.ts';

/** The command, and the shortcut. */
const name = 'collect';

export function onCollect(app: App, desk: Desk): void {
  app.shortcut<MessageShortcut>({ callback_id: name, type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack();
    await collect(shortcut, desk);
  });
}

/** Where no modal opens, the answer is one that they alone see, in its place. */
async function collect(shortcut: MessageShortcut, desk: Desk): Promise<void> {
  const { channel, message, response_url: url, trigger_id: trigger } = shortcut;
  const user = shortcut.user.id;
  const said = collecting({ channel: channel.id, ts: message.ts });
  const spot = { channel: channel.id, ...threadIn(message) };
  const frame = { private_metadata: writeOrigin(spot) };
  const modal = await openModal(trigger, { ...(await waitingModal(user, desk)), ...frame }, desk);
  if (modal !== null) return answerInModal({ ...modal, frame }, { user, said }, desk);
  const asked = { ...spot, named: channel.name, user };
  await answer({ said, ...asked }, replyAt({ url, surface: 'command', ...asked }, desk), desk);
}

/** The call that collects the conversation of a message. */
export const collecting = (ref: Ref): Asked['said'] & object => ({
  command: name,
  input: { at: writeRef(ref) },
});

const threadIn = ({ thread_ts: thread }: MessageShortcut['message']): { readonly thread?: string } =>
  typeof thread === 'string' ? { thread } : {};
