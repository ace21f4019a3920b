/** A button makes the call that it carries, or opens the form of it, also below a message that is older than the process. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { readPressed } from '../../../src/command/next.ts';
import { answer } from '../answer.ts';
import { buttonId, opensForm } from '../compile/button.ts';
import type { Desk } from '../desk.ts';
import { showHome } from './home.ts';
import { writeOrigin } from '../origin.ts';
import { isDirect } from '../place.ts';
import { openForm } from '../answer/form.ts';
import type { Opening } from '../answer/form.ts';
import { answerInModal, answerInNewModal } from '../answer/modal.ts';
import type { Asking } from '../answer/modal.ts';
import { replyAt } from '../answer/url.ts';
import type { Address, Surface } from '../answer/url.ts';

export function onButton(app: App, desk: Desk): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: buttonId },
    async ({ ack, body, action }) => {
      await ack();
      if (action.value === undefined) return;
      const said = await readPressed(action.value, desk);
      if (said === null || !opensForm(action.action_id)) return follow(body, said, desk);
      const opening = { said, user: body.user.id, trigger: body.trigger_id, ...whereOf(body) };
      // What was to be looked at again is not done without a look.
      if (!(await openForm(opening, desk))) await follow(body, { ...said, input: '' }, desk);
    },
  );
}

/** Where the form of a button lies, and where it was opened from. */
function whereOf(body: BlockButtonAction): Pick<Opening, 'origin' | 'on'> {
  const address = addressOf(body);
  if (address !== null) return { origin: writeOrigin(address), on: null };
  const { type, id = null, private_metadata: origin = '' } = body.view ?? {};
  return { origin, on: type === 'modal' ? id : null };
}

async function follow(body: BlockButtonAction, said: Asking['said'], desk: Desk): Promise<void> {
  const address = addressOf(body);
  if (address === null) return answerOnView(body, said, desk);
  const { url: _url, surface: _surface, ...where } = address;
  await answer({ said, ...where }, replyAt(address, desk), desk);
}

/** A modal shows the next answer itself; on the Home tab the answer lies. */
async function answerOnView(body: BlockButtonAction, said: Asking['said'], desk: Desk): Promise<void> {
  const asking = { user: body.user.id, said };
  if (body.view?.type === 'modal') {
    const { id, private_metadata, clear_on_close } = body.view;
    await answerInModal({ view_id: id, frame: { private_metadata, clear_on_close } }, asking, desk);
  } else {
    await answerInNewModal(body.trigger_id, asking, desk);
    // What they chose there holds for what they have before themselves, too.
    if (said?.command === 'settings') await showHome(body.user.id, desk);
  }
}

/** `null`: the button stands in no message. */
function addressOf({ container, channel, user, response_url: url }: BlockButtonAction): Address | null {
  if (channel === undefined || url === undefined) return null;
  const { thread_ts: thread, is_ephemeral: isEphemeral } = container as Container;
  const surface: Surface = isEphemeral === true || isDirect(channel.id) ? 'own' : 'shared';
  return {
    url,
    surface,
    channel: channel.id,
    named: channel.name,
    user: user.id,
    ...(thread === undefined ? {} : { thread }),
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
interface Container {
  readonly thread_ts?: string;
  readonly is_ephemeral?: boolean;
}
