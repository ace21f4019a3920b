/** Block elements: what people press, choose from and type into. */
import { z } from 'zod';
import { blockLimits, elementLimits as limits } from '../limits.ts';
import { actionId, common, label } from './common.ts';
import { choices, fields } from './field.ts';
import { menus } from './menu.ts';
import { option, plain, text } from './text.ts';

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

const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(option).min(1).max(limits.overflowOptions),
  ...common,
});

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
