/** What elements have in common. */
import { z } from 'zod';
import { blockLimits, elementLimits as limits } from '../limits.ts';
import { confirm, plain, text } from './text.ts';

export const actionId = text(blockLimits.id).optional();
export const common = { action_id: actionId, confirm: confirm.optional() };
export const focus = { focus_on_load: z.boolean().optional() };
export const placeholder = plain(limits.placeholder).optional();
export const label = { accessibility_label: text(limits.accessibilityLabel).optional() };
export const menu = { ...common, ...focus, placeholder };
