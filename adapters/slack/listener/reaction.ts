/** The reaction by which a community collects notes: whoever put it on a message asks for them, and alone sees the answer. */
import type { App, types } from '@slack/bolt';
import { answer } from '../answer.ts';
import { replyAlone } from '../answer/elsewhere.ts';
import type { Desk } from '../desk.ts';
import { isAnswer } from '../remark.ts';
import type { Said } from '../remark.ts';
import { collecting } from './collect.ts';

type Reaction = types.ReactionAddedEvent;

/** That it is this reaction was seen before the event was written down. */
export function onReaction(app: App, desk: Desk): void {
  app.event('reaction_added', async ({ event: { user, item } }) => {
    const seat = { user, channel: item.channel, ...(await threadOf(item, desk)) };
    await answer({ said: collecting(item), ...seat }, replyAlone(seat, desk), desk);
  });
}

/** Of an answer, Slack does not say with the reaction in which thread it stands. Who can not be told there is told in the channel. */
async function threadOf(
  { channel, ts }: Reaction['item'],
  { clients, log }: Desk,
): Promise<{ readonly thread?: string }> {
  try {
    const { messages = [] } = await clients.interaction.conversations.replies({ channel, ts, limit: 1 });
    const said = messages[0] as Said | undefined;
    return said?.thread_ts !== undefined && isAnswer(said) ? { thread: said.thread_ts } : {};
  } catch (error) {
    log.info({ err: error }, 'in which thread a message stands could not be found out');
    return {};
  }
}
