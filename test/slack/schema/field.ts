/** Fields: what people tick, pick and type into. https://docs.slack.dev/reference/block-kit/block-elements */
import { z } from 'zod';
import { elementLimits as limits } from '../limits.ts';
import { actionId, common, focus, menu, placeholder } from './common.ts';
import { richText } from './rich-text.ts';
import { option } from './text.ts';

const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
    })
    .optional(),
};

export const choices = [
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

const typed = { action_id: actionId, placeholder, ...focus, ...dispatch };

export const fields = [
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
