/** The message command *Collect notes*: whoever used it sees, alone, what would be kept of the conversation. */
import type { APIMessageApplicationCommandInteraction } from 'discord.js';
import type { Call } from '../../../src/port.ts';
import { respond } from '../answer/interaction.ts';
import type { Desk } from '../desk.ts';
import { writeRef } from '../ref.ts';
import type { Ref } from '../ref.ts';
import { userOf } from './interaction.ts';

export const collectCommand = 'collect';

/** The call that collects the conversation of a message. */
export const collecting = (at: Ref): Pick<Call, 'command' | 'input'> => ({
  command: collectCommand,
  input: { at: writeRef(at) },
});

export function onCollect(interaction: APIMessageApplicationCommandInteraction, desk: Desk): Promise<void> {
  const asked = userOf(interaction);
  const said = collecting({ channel: asked.spot.channel, message: interaction.data.target_id });
  return respond({ said, ...asked }, { interaction, surface: 'private', desk });
}
