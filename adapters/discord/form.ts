/** The forms of commands. A form is the first answer itself and has three seconds: it is built from nothing but words. */
import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import type {
  APILabelComponent,
  APIModalInteractionResponse,
  APIModalSubmitInteraction,
  APITextInputComponent,
} from 'discord.js';
import type { Bot, Call, CommandInfo, Locale } from '../../src/port.ts';
import { filledForm, formOf } from '../../src/view/form.ts';
import type { Field } from '../../src/view/form.ts';
import { labelText, short } from '../../src/view/short.ts';
import { words } from '../../src/words/index.ts';
import { modalLimits } from './limits.ts';

/** What stands before the command in the `custom_id` of its form, and of every button that opens one. */
export const formSign = '?';

/** The bot, whose start page offers a form to search with as the first way on, as Slack's Home tab has a field. */
export const withForm = (bot: Bot): Bot => ({
  ...bot,
  answer: async (call, show) => {
    const view = await bot.answer(call, show);
    if (call.command !== 'start' || view.failure !== undefined) return view;
    const { submit } = words[call.locale].chat.search;
    return { ...view, next: [{ label: submit, command: 'search', input: '', form: true }, ...view.next] };
  },
});

/** A command that can be asked for without a form has one of what it can not do without. */
export function formResponse(
  info: CommandInfo,
  given: Readonly<Record<string, string>>,
  locale: Locale,
): APIModalInteractionResponse {
  const { command, title, fields } = formOf(info, given, locale);
  const asked = info.form ? fields : fields.filter(({ required }) => required);
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: formSign + command,
      title: labelText(title, modalLimits.title),
      components: asked.slice(0, modalLimits.fields).map(labelled),
    },
  };
}

const labelled = (field: Field): APILabelComponent => ({
  type: ComponentType.Label,
  label: labelText(field.label, modalLimits.label),
  component: inputOf(field),
});

function inputOf({ name, long, required, value }: Field): APITextInputComponent {
  const style = long ? TextInputStyle.Paragraph : TextInputStyle.Short;
  const filled = short(long ? value : value.replaceAll('\n', ' '), modalLimits.value);
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style,
    required,
    ...(filled === '' ? {} : { value: filled }),
  };
}

/** What was filled in → what is asked; `null`: the form is none of ours. */
export function filledIn({
  custom_id: id,
  components,
}: APIModalSubmitInteraction['data']): Pick<Call, 'command' | 'input'> | null {
  if (!id.startsWith(formSign)) return null;
  const inputs = components.flatMap((part) => ('component' in part ? [part.component] : []));
  const typed = inputs.flatMap((input) => ('value' in input ? [[input.custom_id, String(input.value)]] : []));
  return filledForm(id.slice(formSign.length), Object.fromEntries(typed));
}
