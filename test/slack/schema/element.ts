/** Block elements: what people press, choose from and type into. */
import { z } from 'zod';
import { blockLimits, elementLimits as limits } from '../limits.ts';
import { richText } from './rich-text.ts';
import { confirm, option, optionGroup, plain, text } from './text.ts';

const actionId = text(blockLimits.id).optional();
const common = { action_id: actionId, confirm: confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = plain(limits.placeholder).optional();
const label = { accessibility_label: text(limits.accessibilityLabel).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
    })
    .optional(),
};
const menu = { ...common, ...focus, placeholder };
const many = { max_selected_items: z.int().min(1).optional() };
const options = z.array(option).min(1).max(limits.options).optional();
const groups = z.array(optionGroup).min(1).max(limits.optionGroups).optional();

const hasOneList = (of: { options?: unknown; option_groups?: unknown }): boolean =>
  (of.options === undefined) !== (of.option_groups === undefined);
const oneList = 'must have either options or option_groups';

export const button = z.strictObject({
  type: z.literal('button'),
  text: plain(limits.buttonText),
  value: text(limits.buttonValue).optional(),
  url: text(limits.buttonUrl).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  ...label,
  ...common,
});

export const image = z
  .strictObject({
    type: z.literal('image'),
    alt_text: text(blockLimits.altText),
    image_url: z.url().max(blockLimits.imageUrl).optional(),
    slack_file: z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.url() })]).optional(),
  })
  .refine((of) => (of.image_url === undefined) !== (of.slack_file === undefined), 'must have one source');

/** Elements of an `actions` block, of a section's accessory and of an input. https://docs.slack.dev/reference/block-kit/block-elements */
const menus = [
  z
    .strictObject({
      type: z.literal('static_select'),
      options,
      option_groups: groups,
      initial_option: option.optional(),
      ...menu,
    })
    .refine(hasOneList, oneList),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      options,
      option_groups: groups,
      initial_options: options,
      ...menu,
      ...many,
    })
    .refine(hasOneList, oneList),
  z.strictObject({
    type: z.literal('external_select'),
    initial_option: option.optional(),
    min_query_length: z.int().min(0).optional(),
    ...menu,
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    initial_options: options,
    min_query_length: z.int().min(0).optional(),
    ...menu,
    ...many,
  }),
  z.strictObject({ type: z.literal('users_select'), initial_user: z.string().optional(), ...menu }),
  z.strictObject({
    type: z.literal('conversations_select'),
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    filter: z.record(z.string(), z.unknown()).optional(),
    ...menu,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
    ...menu,
  }),
] as const;

const choices = [
  z.strictObject({
    type: z.literal('checkboxes'),
    options: z.array(option).min(1).max(limits.choices),
    initial_options: z.array(option).min(1).max(limits.choices).optional(),
    ...common,
    ...focus,
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    options: z.array(option).min(1).max(limits.choices),
    initial_option: option.optional(),
    ...common,
    ...focus,
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    initial_date: z.iso.date().optional(),
    ...menu,
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
    timezone: z.string().optional(),
    ...menu,
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    initial_date_time: z.int().optional(),
    ...common,
    ...focus,
  }),
] as const;

const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(option).min(1).max(limits.overflowOptions),
  ...common,
});

const typed = { action_id: actionId, placeholder, ...focus, ...dispatch };

const fields = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    initial_value: z.string().max(limits.inputLength).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(limits.inputLength).optional(),
    max_length: z.int().min(1).max(limits.inputLength).optional(),
    ...typed,
  }),
  z.strictObject({
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
    ...typed,
  }),
  z.strictObject({ type: z.literal('email_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({ type: z.literal('url_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({ type: z.literal('rich_text_input'), initial_value: richText.optional(), ...typed }),
] as const;

const feedbackButton = z.strictObject({
  text: plain(limits.buttonText),
  value: text(limits.buttonValue),
  ...label,
});

export const contextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    action_id: actionId,
    positive_button: feedbackButton,
    negative_button: feedbackButton,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    icon: text(limits.buttonText),
    text: plain(limits.buttonText),
    value: text(limits.buttonValue).optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
    ...label,
    ...common,
  }),
]);

export const action = z.discriminatedUnion('type', [button, overflow, ...menus, ...choices]);
export const accessory = z.discriminatedUnion('type', [button, image, overflow, ...menus, ...choices]);
export const input = z.discriminatedUnion('type', [...fields, ...menus, ...choices]);

export type Actionable = z.output<typeof action> | z.output<typeof input> | z.output<typeof contextAction>;
