/** What is offered while someone types. It comes at once or not at all, and whatever they type may be sent. */
import { InteractionResponseType, Routes } from 'discord.js';
import type { APIApplicationCommandAutocompleteInteraction } from 'discord.js';
import type { Choice } from '../../../src/port.ts';
import { labelText } from '../../../src/view/short.ts';
import { isWelcome } from '../answer.ts';
import { callOf } from '../call.ts';
import type { Desk } from '../desk.ts';
import { choiceLimits } from '../limits.ts';
import { soon } from '../soon.ts';
import { userOf } from './interaction.ts';
import { typedIn } from './option.ts';

export async function onSuggest(
  interaction: APIApplicationCommandAutocompleteInteraction,
  desk: Desk,
): Promise<void> {
  const { id, token } = interaction;
  const choices = await soon(suggestions(interaction, desk), [], desk);
  const body = {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.slice(0, choiceLimits.choices).map(named) },
  };
  await desk.clients.interaction
    .post(Routes.interactionCallback(id, token), { body, auth: false })
    .catch((error: unknown) => desk.log.info({ err: error }, 'what was to be offered came too late'));
}

const named = ({ label, value }: Choice) => ({ name: labelText(label, choiceLimits.name), value });

async function suggestions(
  interaction: APIApplicationCommandAutocompleteInteraction,
  desk: Desk,
): Promise<readonly Choice[]> {
  const { focused, ...said } = typedIn(interaction.data);
  const call = await callOf({ said, ...userOf(interaction) }, desk);
  const isOffered = focused !== null && (await isWelcome(call.place.workspace, desk));
  return isOffered ? desk.bot.suggest(call, focused) : [];
}
