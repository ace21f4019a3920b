/** Forms: a command that is one, or a button, opens them, and what is filled in is asked. */
import { Routes } from 'discord.js';
import type {
  APIChatInputApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord.js';
import { fieldsOf } from '../../../src/command/next.ts';
import type { CommandInfo, Locale } from '../../../src/port.ts';
import { isForAll } from '../../../src/view/reply.ts';
import { respond } from '../answer/interaction.ts';
import type { Desk } from '../desk.ts';
import { filledIn, formResponse } from '../form.ts';
import { localeOf, nameOf } from '../person.ts';
import { placeOf } from '../place.ts';
import { nobody } from '../rights.ts';
import { soon } from '../soon.ts';
import { surfaceOf, userOf } from './interaction.ts';

type Opening = APIMessageComponentInteraction | APIChatInputApplicationCommandInteraction;

/** What is to stand before them. `input`: what is filled in already. */
interface Wanted {
  readonly info: CommandInfo;
  readonly input: string;
}

/** Where it can not be opened, they press once more. */
export async function openForm(interaction: Opening, { info, input }: Wanted, desk: Desk): Promise<void> {
  const { id, token } = interaction;
  const locale = await languageOf(interaction, desk);
  const body = formResponse(info, fieldsOf(input, info.options), locale);
  await desk.clients.interaction
    .post(Routes.interactionCallback(id, token), { body, auth: false })
    .catch((error: unknown) => desk.log.info({ err: error }, 'a form did not open'));
}

/** What they chose once, if that can be found out in time. */
function languageOf(interaction: Opening, desk: Desk): Promise<Locale> {
  const { user, spot, locale: tag = '' } = userOf(interaction);
  const told = localeOf(tag);
  const person = { id: user.id, name: nameOf(user), locale: told, ...nobody };
  return soon(desk.bot.localeOf(person, placeOf(spot, spot.guild ?? '', desk)), told, desk);
}

/** Forms that are not ours are not the bot's to answer. */
export async function onForm(interaction: APIModalSubmitInteraction, desk: Desk): Promise<void> {
  const said = filledIn(interaction.data);
  if (said === null) return;
  const surface = isForAll(said, desk.bot) ? 'public' : surfaceOf(interaction);
  await respond({ said, ...userOf(interaction) }, { interaction, surface, desk });
}
