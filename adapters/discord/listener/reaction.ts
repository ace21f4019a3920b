/** The reaction by which a community collects notes: whoever put it on a message asks for them, and alone sees the answer. */
import type { GatewayMessageReactionAddDispatchData } from 'discord.js';
import type { Settings } from '../../../src/port.ts';
import { isSameEmoji } from '../../../src/view/emoji.ts';
import { answer, isWelcome } from '../answer.ts';
import { replyAlone } from '../answer/elsewhere.ts';
import type { Desk } from '../desk.ts';
import { findSpot } from '../place.ts';
import { collecting } from './collect.ts';

export async function onReaction(told: GatewayMessageReactionAddDispatchData, desk: Desk): Promise<void> {
  const { guild_id: guild, channel_id: channel, message_id: message, member, emoji } = told;
  if (guild === undefined || member === undefined || member.user.bot === true) return;
  const { notes } = await desk.settings();
  if (!isMeant(emoji, notes?.reaction ?? null) || !(await isWelcome(guild, desk))) return;
  const spot = await findSpot(channel, guild, desk);
  const { user } = member;
  const reply = replyAlone(
    {
      user: user.id,
      // Who takes it away and puts it there again asks again.
      key: `reaction ${desk.newId()}`,
      at: desk.now(),
      otherwise: async () => desk.log.info({}, 'who reacted takes no messages'),
    },
    desk,
  );
  await answer({ said: collecting({ channel, message }), user, member, spot }, reply, desk);
}

type Reaction = NonNullable<Settings['notes']>['reaction'];

/** One of the server's own is meant by its name alone: it may be called like one that is everybody's. */
function isMeant({ id, name }: GatewayMessageReactionAddDispatchData['emoji'], wanted: Reaction): boolean {
  if (wanted === null || name === null) return false;
  return id === null ? isSameEmoji(name, wanted) : name === wanted.replaceAll(':', '');
}
