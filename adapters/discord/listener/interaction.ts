/** Who uses something of the bot's, and where: the same in every interaction. */
import type { APIInteraction, APIPingInteraction } from 'discord.js';
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
