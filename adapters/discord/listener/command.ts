/** `/meetup …`: each command is a subcommand, with fields for its options. */
import type { APIChatInputApplicationCommandInteraction } from 'discord.js';
import { isForAll } from '../../../src/view/reply.ts';
import { respond } from '../answer/interaction.ts';
import type { Desk } from '../desk.ts';
import { userOf } from './interaction.ts';
import { typedIn } from './option.ts';

export function onCommand(interaction: APIChatInputApplicationCommandInteraction, desk: Desk): Promise<void> {
  const { command, input } = typedIn(interaction.data);
  const surface = isForAll({ command }, desk.bot) ? 'public' : 'private';
  return respond({ said: { command, input }, ...userOf(interaction) }, { interaction, surface, desk });
}
