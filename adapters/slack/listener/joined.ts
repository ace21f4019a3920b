/** The bot was let into a channel: what it could not say there it may say now. Whoever let it in is told of that, and nobody else. */
import type { App } from '@slack/bolt';
import type { Call } from '../../../src/port.ts';
import { callOf } from '../call.ts';
import type { Desk } from '../desk.ts';
import { outgoing } from '../outgoing.ts';

export function onJoined(app: App, desk: Desk): void {
  app.event('member_joined_channel', async ({ event: { user, channel, inviter = user } }) => {
    if (user !== desk.self.user) return;
    const said = { command: 'joined', input: '' };
    await tell(await callOf({ said, channel, user: inviter }, desk), desk);
  });
}

/** Nobody asked for it: where there is nothing to say, or Slack does not want it, it is left. */
async function tell(call: Call, { bot, self, clients, log }: Desk): Promise<void> {
  const { person, place, locale } = call;
  const view = await bot.answer(call);
  const isWorthIt = view.failure === undefined && view.body.children.length > 0;
  if (!isWorthIt || person.id === self.user) return;
  try {
    const { channel } = place;
    await clients.interaction.chat.postEphemeral({ ...outgoing(view, locale), channel, user: person.id });
  } catch (error) {
    log.info({ err: error }, 'whoever let the bot in was not told');
  }
}
