/** `/meetup …`: each command is a subcommand, with fields for its options. One that is a form, and of which none is given, opens it. */
import type { APIChatInputApplicationCommandInteraction } from 'discord.js';
import type { CommandInfo } from '../../../src/port.ts';
import { isForAll } from '../../../src/view/reply.ts';
import { respond } from '../answer/interaction.ts';
import type { Desk } from '../desk.ts';
import { openForm } from './form.ts';
import { userOf } from './interaction.ts';
import { typedIn } from './option.ts';

export async function onCommand(
  interaction: APIChatInputApplicationCommandInteraction,
  desk: Desk,
): Promise<void> {
  const { command, input } = typedIn(interaction.data);
  const form = Object.keys(input).length === 0 ? formNamed(command, desk) : undefined;
  if (form !== undefined) return openForm(interaction, { info: form, input: '' }, desk);
  const surface = isForAll({ command }, desk.bot) ? 'public' : 'private';
  await respond({ said: { command, input }, ...userOf(interaction) }, { interaction, surface, desk });
}

const formNamed = (command: string, { bot }: Desk): CommandInfo | undefined =>
  bot.commands.find(({ name, form }) => form && name === command);
