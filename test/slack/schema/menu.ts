/** Menus: what people choose from a list. https://docs.slack.dev/reference/block-kit/block-elements */
import { z } from 'zod';
import { elementLimits as limits } from '../limits.ts';
import { menu } from './common.ts';
import { option, optionGroup } from './text.ts';

const many = { max_selected_items: z.int().min(1).optional() };
const ids = z.array(z.string()).min(1).optional();
const filter = z.record(z.string(), z.unknown()).optional();
const options = z.array(option).min(1).max(limits.options).optional();
const groups = z.array(optionGroup).min(1).max(limits.optionGroups).optional();

const hasOneList = (of: { options?: unknown; option_groups?: unknown }): boolean =>
  (of.options === undefined) !== (of.option_groups === undefined);
const oneList = 'must have either options or option_groups';

export const menus = [
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
    filter,
    ...menu,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
    ...menu,
  }),
  z.strictObject({ type: z.literal('multi_users_select'), initial_users: ids, ...menu, ...many }),
  z.strictObject({ type: z.literal('multi_channels_select'), initial_channels: ids, ...menu, ...many }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    initial_conversations: ids,
    default_to_current_conversation: z.boolean().optional(),
    filter,
    ...menu,
    ...many,
  }),
] as const;
