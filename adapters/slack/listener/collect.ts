/** The message shortcut *Collect notes*, the only way to the bot inside a thread: it says, to whoever used it, that there are no notes yet. */
import type { App } from '@slack/bolt';
import { paragraph, root } from '../../../src/view/build.ts';
import { words } from '../../../src/words/index.ts';
import { callOf } from '../call.ts';
import type { Desk } from '../desk.ts';
import { replyAt } from '../answer/url.ts';

export function onCollect(app: App, desk: Desk): void {
  app.shortcut({ callback_id: 'collect', type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack();
    const { channel, user, response_url: url } = shortcut;
    const where = { channel: channel.id, user: user.id };
    const call = await callOf({ said: null, ...where }, desk);
    const view = { body: root(paragraph(words[call.locale].chat.collect)), next: [] };
    await replyAt({ url, surface: 'command', ...where }, desk).give(view, { call, isPublic: false });
  });
}
