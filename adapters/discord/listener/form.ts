/** The form to search with: a button opens it, and what is filled in is asked. */
import { Routes } from 'discord.js';
import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord.js';
import { respond } from '../answer/interaction.ts';
import type { Desk } from '../desk.ts';
import { filledIn, formSign, searchForm } from '../form.ts';
import { localeOf, nameOf } from '../person.ts';
import { nobody } from '../rights.ts';
import { placeOf } from '../place.ts';
import { userOf } from './interaction.ts';

/** Where it can not be opened, they press once more. */
export async function openForm(interaction: APIMessageComponentInteraction, desk: Desk): Promise<void> {
  const { id, token } = interaction;
  const { user, spot, locale: tag = '' } = userOf(interaction);
  const person = { id: user.id, name: nameOf(user), locale: localeOf(tag), ...nobody };
  const locale = await desk.bot.localeOf(person, placeOf(spot, spot.guild ?? '', desk));
  await desk.clients.interaction
    .post(Routes.interactionCallback(id, token), { body: searchForm(locale), auth: false })
    .catch((error: unknown) => desk.log.info({ err: error }, 'a form did not open'));
}

/** Forms that are not ours are not the bot's to answer. */
export async function onForm(interaction: APIModalSubmitInteraction, desk: Desk): Promise<void> {
  if (interaction.data.custom_id !== formSign) return;
  const asked = { said: filledIn(interaction.data), ...userOf(interaction) };
  await respond(asked, { interaction, surface: 'private', desk });
}
