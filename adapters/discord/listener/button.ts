/** A button makes the call that it carries, or opens its form, also below a message that is older than the process. */
import { MessageFlags } from 'discord.js';
import type { APIMessageComponentInteraction } from 'discord.js';
import { readPressed } from '../../../src/command/next.ts';
import type { Locale, View } from '../../../src/port.ts';
import { expiredView } from '../../../src/view/notice.ts';
import { isForAll } from '../../../src/view/reply.ts';
import { words } from '../../../src/words/index.ts';
import type { Surface } from '../answer/acknowledge.ts';
import { respond } from '../answer/interaction.ts';
import { carriedIn } from '../compile/button.ts';
import type { Desk } from '../desk.ts';
import { openForm } from './form.ts';
import { userOf } from './interaction.ts';

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

/** A message that others see stays as it is, and the answer is for whoever pressed. */
function surfaceOf({ message, guild_id: guild }: APIMessageComponentInteraction): Surface {
  const isTheirs = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return isTheirs || guild === undefined ? 'own' : 'private';
}
