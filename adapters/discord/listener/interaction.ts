/** Who uses something of the bot's, and where: the same in every interaction. */
import { MessageFlags } from 'discord.js';
import type { APIInteraction, APIPingInteraction } from 'discord.js';
import type { Surface } from '../answer/acknowledge.ts';
import type { Asked } from '../call.ts';
import { spotOf } from '../place.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export type Used = Exclude<APIInteraction, APIPingInteraction>;

/** Throws for what is none. */
export function userOf({
  member,
  user = member?.user,
  guild_id: guild,
  channel,
  locale,
}: Used): Omit<Asked, 'said'> {
  if (user === undefined || channel === undefined)
    throw new TypeError('an interaction of nobody, or nowhere');
  return { user, member: member ?? null, spot: spotOf(channel, guild ?? null), locale };
}

/**
 * A message that one alone sees makes room for what comes of its buttons, and of the forms that they open. One that others see
 * stays as it is, and the answer is for whoever pressed.
 */
export function surfaceOf({ message, guild_id: guild }: Used): Surface {
  if (message === undefined) return 'private';
  const isTheirs = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return isTheirs || guild === undefined ? 'own' : 'private';
}
