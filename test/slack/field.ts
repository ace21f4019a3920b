/** What people fill in: the elements of blocks that hold a value, and how a value is put into them. */
import type { Block } from './schema/block.ts';
import type { Actionable } from './schema/element.ts';
import type { Option } from './schema/text.ts';
import { labelOf } from './render/block.ts';

/** What a person types or chooses: text, the text of an option (or several), or an option that was suggested. */
export type Given = string | readonly string[] | Option;

/** An element that can be used, and where. */
export interface Field {
  readonly block: Block & { readonly block_id?: string | undefined };
  readonly element: Actionable;
  /** What a person calls it: the label of an input, the text of a button, a placeholder. */
  readonly label: string;
}

function elementsOf(block: Block): readonly Actionable[] {
  if (block.type === 'input') return [block.element];
  if (block.type === 'actions' || block.type === 'context_actions') return block.elements;
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
    return [block.accessory];
  if (block.type === 'card') return block.actions ?? [];
  if (block.type === 'carousel') return block.elements.flatMap(({ actions }) => actions ?? []);
  return [];
}

export const fieldsOf = (blocks: readonly Block[]): readonly Field[] =>
  blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      block,
      element,
      label: block.type === 'input' ? block.label.text : labelOf(element),
    })),
  );

/** The one that is called so, by label, `action_id` or `block_id`. Throws where there is none or more than one; `nth` counts from 1. */
export function fieldOf(blocks: readonly Block[], called: string, nth?: number): Field {
  const all = fieldsOf(blocks);
  const found = all.filter(
    ({ label, element, block }) =>
      label === called || element.action_id === called || block.block_id === called,
  );
  const chosen = nth === undefined ? found[0] : found[nth - 1];
  const there = all.map(({ label }) => `[${label}]`).join(' ');
  if (!chosen) throw new Error(`there is no [${called}] here, only: ${there}`);
  if (nth === undefined && found.length > 1)
    throw new Error(`there are ${found.length} [${called}]: say which`);
  return chosen;
}

/** By type: the key of its value in `view.state.values`, and that of its first value in the element. */
const keys: Readonly<Record<string, readonly [value: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
};

const entry = (key: string, value: unknown): object => ({ [key]: value });

/** Values that a view begins with, by `block_id` and `action_id`. */
export function initialValues(blocks: readonly Block[]): Record<string, Record<string, object>> {
  const values: Record<string, Record<string, object>> = {};
  for (const { block, element } of fieldsOf(blocks)) {
    const key = keys[element.type];
    if (!key || block.block_id === undefined || element.action_id === undefined) continue;
    const none = key[1].endsWith('s') ? [] : null;
    const initial = (element as Readonly<Record<string, unknown>>)[key[1]] ?? none;
    values[block.block_id] = {
      ...values[block.block_id],
      [element.action_id]: { type: element.type, ...entry(key[0], initial) },
    };
  }
  return values;
}

function optionsOf(element: Actionable): readonly Option[] {
  const groups =
    'option_groups' in element ? element.option_groups?.flatMap(({ options }) => options) : undefined;
  return groups ?? ('options' in element ? (element.options ?? []) : []);
}

/** The option with that text or value. */
function optionOf(element: Actionable, called: string): Option {
  const found = optionsOf(element).find(({ text, value }) => text.text === called || value === called);
  if (!found) throw new Error(`${labelOf(element)} has no option ${called}`);
  return found;
}

/** The client does not let anybody type more or less. */
function refuseLength({ element, label }: Field, text: string): void {
  if (element.type !== 'plain_text_input') return;
  const { min_length = 0, max_length = 3000 } = element;
  if (text.length < min_length || text.length > max_length)
    throw new Error(`${label} takes ${min_length} to ${max_length} characters`);
}

/** What stands in a field when a person has filled it in, without its `type`. An overflow has a value only while it is chosen from. */
export function filled(field: Field, given: Given): object {
  const { element } = field;
  const key = element.type === 'overflow' ? 'selected_option' : keys[element.type]?.[0];
  if (key === undefined) throw new Error(`${labelOf(element)} can not be filled in`);
  if (typeof given === 'object' && 'text' in given) return entry(key, given);
  const chosen = [given].flat();
  if (key === 'selected_options')
    return entry(
      key,
      chosen.map((one) => optionOf(element, one)),
    );
  if (key.endsWith('s')) return entry(key, chosen);
  const [one = ''] = chosen;
  if (key === 'selected_option') return entry(key, optionOf(element, one));
  refuseLength(field, one);
  return entry(key, one);
}
