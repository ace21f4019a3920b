/** Text objects, options and confirmations: the parts that blocks and elements are made of. */
import { z } from 'zod';
import { elementLimits as limits } from '../limits.ts';

export const text = (max: number): z.ZodString => z.string().min(1).max(max);

export const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });

export const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);

export const markup = mrkdwn;

export const option = z.strictObject({
  text: anyText(limits.optionText),
  value: text(limits.optionValue),
  description: anyText(limits.optionDescription).optional(),
  url: text(limits.buttonUrl).optional(),
});

export const optionGroup = z.strictObject({
  label: plain(limits.optionText),
  options: z.array(option).min(1).max(limits.options),
});

export const confirm = z.strictObject({
  title: plain(limits.confirmTitle).optional(),
  text: anyText(limits.confirmText),
  confirm: plain(limits.confirmButton).optional(),
  deny: plain(limits.confirmButton).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

/** What an app answers to a `block_suggestion`. */
export const suggestions = z.union([
  z.strictObject({ options: z.array(option).max(limits.options) }),
  z.strictObject({ option_groups: z.array(optionGroup).max(limits.optionGroups) }),
]);

export type Option = z.output<typeof option>;
