/** Listeners of a client by the kind of interaction, as tests write them. */
import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { Events, MessageFlags } from 'discord.js';

/** Names nobody. */
export const quiet = { allowedMentions: { parse: [] } } as const;
/** For one person alone. */
export const hidden = { flags: MessageFlags.Ephemeral } as const;

export interface Answers {
  readonly command?: (interaction: ChatInputCommandInteraction) => Promise<unknown>;
  readonly button?: (interaction: ButtonInteraction) => Promise<unknown>;
  readonly select?: (interaction: StringSelectMenuInteraction) => Promise<unknown>;
  readonly modal?: (interaction: ModalSubmitInteraction) => Promise<unknown>;
  readonly menu?: (interaction: MessageContextMenuCommandInteraction) => Promise<unknown>;
}

async function answer(interaction: Interaction, answers: Answers): Promise<unknown> {
  if (interaction.isChatInputCommand()) return answers.command?.(interaction);
  if (interaction.isButton()) return answers.button?.(interaction);
  if (interaction.isStringSelectMenu()) return answers.select?.(interaction);
  if (interaction.isModalSubmit()) return answers.modal?.(interaction);
  if (interaction.isMessageContextMenuCommand()) return answers.menu?.(interaction);
  return undefined;
}

/** A listener that fails leaves the interaction without an answer, which its test sees. */
export function listen(client: Client, answers: Answers): void {
  client.on(Events.InteractionCreate, (interaction) => {
    void answer(interaction, answers).catch(() => undefined);
  });
}
