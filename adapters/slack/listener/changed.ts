/** Something was edited or deleted in a channel: a conversation that was kept is read again. Nobody asked, and nobody is told. */
import type { App } from '@slack/bolt';
import { changedIn } from '../change.ts';
import type { MessageEvent } from '../change.ts';
import type { Desk } from '../desk.ts';
import { isDirect, placeAt } from '../place.ts';

/** Slack is asked nothing: it says with the event what sort of channel that is. */
export function onChanged(app: App, desk: Desk): void {
  app.event('message', async ({ event }) => {
    const told = event as MessageEvent;
    const at = isDirect(told.channel) ? null : changedIn(told, desk.self);
    if (at === null) return;
    const { bot, self, settings, newId } = desk;
    const visibility = told.channel_type === 'channel' ? 'public' : 'private';
    const view = await bot.answer({
      command: 'changed',
      input: { at },
      place: placeAt({ channel: told.channel }, visibility, desk),
      person: { id: self.user, name: '', organiser: false, guest: true },
      locale: (await settings()).locale,
      id: newId(),
    });
    // It is tried again, as any event is that could not be handled.
    if (view.failure?.kind === 'fault') throw new Error(view.failure.message);
  });
}
