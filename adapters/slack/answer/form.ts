/** Opens the form of a command, at once and without asking the bot: what opens it is good for three seconds. */
import type { types } from '@slack/bolt';
import { fieldsOf } from '../../../src/command/next.ts';
import type { Next } from '../../../src/port.ts';
import { formOf } from '../../../src/view/form.ts';
import type { Desk } from '../desk.ts';
import { formModal } from '../form.ts';
import { languageSoon } from '../language.ts';

export interface Opening {
  /** Its input stands in the form already. */
  readonly said: Pick<Next, 'command' | 'input'>;
  /** Id. */
  readonly user: string;
  readonly trigger: string;
  /** As `writeOrigin` wrote it. */
  readonly origin: string;
  /** Id of the modal that it is to lie on; `null`: there is none. */
  readonly on: string | null;
}

/** Says whether it opened; it does not where the command has no form. Never rejects. */
export async function openForm({ said, user, trigger, origin, on }: Opening, desk: Desk): Promise<boolean> {
  const info = desk.bot.commands.find(({ name, form }) => form && name === said.command);
  if (info === undefined) return false;
  const locale = await languageSoon(user, desk);
  const view = formModal(formOf(info, fieldsOf(said.input, info.options), locale), origin, locale);
  for (const way of waysOf({ view, trigger, on }, desk))
    try {
      await way();
      return true;
    } catch (error) {
      desk.log.info({ err: error }, 'a form did not open');
    }
  return false;
}

/** On a modal; where three of them lie on each other already, in its place. */
function waysOf(
  { view, trigger, on }: Pick<Opening, 'trigger' | 'on'> & { readonly view: types.ModalView },
  { clients }: Desk,
): readonly (() => Promise<unknown>)[] {
  const { views } = clients.interaction;
  if (on === null) return [() => views.open({ trigger_id: trigger, view })];
  return [() => views.push({ trigger_id: trigger, view }), () => views.update({ view_id: on, view })];
}
