/** The form to search with, as Slack's Home tab has a field: a button of the start page opens it, wherever that stands. */
import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import type { APIModalInteractionResponse, APIModalSubmitInteraction } from 'discord.js';
import type { Bot, Call, Locale } from '../../src/port.ts';
import { labelText } from '../../src/view/short.ts';
import { words } from '../../src/words/index.ts';
import { modalLimits } from './limits.ts';

/** What its button carries in the place of a command: no command is called so. */
export const formSign = '?';

/** The command behind it, and its only field. */
const command = 'search';
const field = 'text';

/** The bot, whose start page offers the form as the first way on. */
export const withForm = (bot: Bot): Bot => ({
  ...bot,
  answer: async (call, show) => {
    const view = await bot.answer(call, show);
    if (call.command !== 'start' || view.failure !== undefined) return view;
    const { submit } = words[call.locale].chat.search;
    return { ...view, next: [{ label: submit, command: formSign, input: '' }, ...view.next] };
  },
});

/** Built from nothing but words: it is the first answer itself, and has three seconds. */
export function searchForm(locale: Locale): APIModalInteractionResponse {
  const { title, words: label } = words[locale].chat.search;
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: formSign,
      title: labelText(title, modalLimits.title),
      components: [
        {
          type: ComponentType.Label,
          label: labelText(label, modalLimits.label),
          component: {
            type: ComponentType.TextInput,
            custom_id: field,
            style: TextInputStyle.Short,
            required: true,
            max_length: modalLimits.words,
          },
        },
      ],
    },
  };
}

/** What was filled in → what is asked. */
export function filledIn({ components }: APIModalSubmitInteraction['data']): Pick<Call, 'command' | 'input'> {
  const inputs = components.flatMap((part) => ('component' in part ? [part.component] : []));
  const typed = inputs.find(({ custom_id: id }) => id === field);
  return { command, input: { [field]: typed !== undefined && 'value' in typed ? String(typed.value) : '' } };
}
