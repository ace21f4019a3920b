/** A form as a modal: a field for each option of a command. Built from nothing but words: it has three seconds to open. */
import type { types, ViewStateValue } from '@slack/bolt';
import type { Locale } from '../../src/port.ts';
import type { Field, Form } from '../../src/view/form.ts';
import { labelText, short } from '../../src/view/short.ts';
import { words } from '../../src/words/index.ts';
import { formLimits } from './limits.ts';
import { plain } from './modal.ts';

const prefix = 'form:';

/** What fits the `callback_id` of every form. */
export const formId = /^form:/;

/** The form's `command` behind it. */
export const formCommand = (callbackId: string): string => callbackId.slice(prefix.length);

/** `metadata`: what Slack is to give back with what is filled in. */
export function formModal(
  { command, title, fields }: Form,
  metadata: string,
  locale: Locale,
): types.ModalView {
  const { submit, close } = words[locale].form;
  return {
    type: 'modal',
    callback_id: `${prefix}${command}`,
    private_metadata: metadata,
    title: plain(labelText(title, formLimits.title)),
    submit: plain(submit),
    close: plain(close),
    blocks: fields.map(inputBlock),
  };
}

const inputBlock = ({ name, label, long, required, value }: Field, index: number): types.InputBlock => ({
  type: 'input',
  block_id: name,
  optional: !required,
  label: plain(labelText(label, formLimits.label)),
  element: {
    type: 'plain_text_input',
    action_id: name,
    multiline: long,
    focus_on_load: index === 0,
    ...(value === '' ? {} : { initial_value: short(value, formLimits.value) }),
  },
});

type Values = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

/** What was filled in, by the names of the options. */
export const filledIn = (values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([name, field]) => [name, field[name]?.value ?? '']));
