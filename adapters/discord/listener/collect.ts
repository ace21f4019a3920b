/** The message command *Collect notes*: it says, to whoever used it, that there are no notes yet. */
import type { APIMessageApplicationCommandInteraction } from 'discord.js';
import type { Locale, View } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { words } from '../../../src/words/index.ts';
import { respond } from '../answer/interaction.ts';
import type { Desk } from '../desk.ts';
import { userOf } from './interaction.ts';

export const onCollect = (interaction: APIMessageApplicationCommandInteraction, desk: Desk): Promise<void> =>
  respond({ said: notYet, ...userOf(interaction) }, { interaction, surface: 'private', desk });

const notYet = (locale: Locale): View => ({ body: root(paragraph(words[locale].chat.collect)), next: [] });
