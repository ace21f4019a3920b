/** A channel was changed in which the bot may write: what it could not say there before it may say now. Nobody is told: Discord does not say who changed it. */
import type { GatewayChannelUpdateDispatchData } from 'discord.js';
import { isWelcome } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { isPostable } from '../directory.ts';
import { placeOf, spotOf } from '../place.ts';
import { nobody } from '../rights.ts';

export async function onChanged(told: GatewayChannelUpdateDispatchData, desk: Desk): Promise<void> {
  const guild = 'guild_id' in told ? (told.guild_id ?? '') : '';
  // By the time that is known the channel is as it is told here.
  const { locale } = await desk.settings();
  const channel = desk.guilds.get(guild)?.channels.cache.get(told.id);
  if (channel === undefined || !isPostable(channel) || !(await isWelcome(guild, desk))) return;
  const place = placeOf(spotOf({ id: channel.id, type: channel.type }, guild), guild, desk);
  const person = { id: desk.self.id, name: '', ...nobody };
  await desk.bot.answer({ command: 'joined', input: '', place, person, locale, id: desk.newId() });
}
