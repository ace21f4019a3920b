/** A button makes the call that it carries, or opens its form, also below a message that is older than the process. */
import type { APIMessageComponentInteraction } from 'discord.js';
import { readPressed } from '../../../src/command/next.ts';
import type { Locale, View } from '../../../src/port.ts';
import { expiredView } from '../../../src/view/notice.ts';
import { isForAll } from '../../../src/view/reply.ts';
import { words } from '../../../src/words/index.ts';
import { respond } from '../answer/interaction.ts';
import { carriedIn } from '../compile/button.ts';
import type { Desk } from '../desk.ts';
import { openForm } from './form.ts';
import { surfaceOf, userOf } from './interaction.ts';

/** One that carries no call was made by no version of the bot that is known. */
export async function onButton(interaction: APIMessageComponentInteraction, desk: Desk): Promise<void> {
  const carried = carriedIn(interaction.data.custom_id);
  const said = carried === null ? null : await readPressed(carried.call, desk);
  const info = desk.bot.commands.find(({ name }) => name === said?.command);
  if (carried?.isForm && said !== null && info !== undefined)
    return openForm(interaction, { info, input: said.input }, desk);
  const isShown = said !== null && isForAll(said, desk.bot);
  const surface = isShown ? 'public' : surfaceOf(interaction);
  await respond({ said: said ?? expired, ...userOf(interaction) }, { interaction, surface, desk });
}

const expired = (locale: Locale): View => expiredView(words[locale]);
