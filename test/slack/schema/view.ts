/** Modals and the Home tab. https://docs.slack.dev/reference/views */
import { z } from 'zod';
import { blockLimits, viewLimits as limits } from '../limits.ts';
import { block } from './block.ts';
import { plain, text } from './text.ts';

const common = {
  blocks: z
    .array(block)
    .max(blockLimits.blocksOfView, `no more than ${blockLimits.blocksOfView} items allowed`),
  private_metadata: z.string().max(limits.privateMetadata).optional(),
  callback_id: z.string().max(limits.callbackId).optional(),
  external_id: text(limits.externalId).optional(),
};

const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(limits.title),
    submit: plain(limits.button).optional(),
    close: plain(limits.button).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...common,
  })
  .refine((of) => of.submit !== undefined || of.blocks.every(({ type }) => type !== 'input'), {
    message: 'submit is required when an input block is within the blocks array',
    path: ['submit'],
  });

export const view = z.discriminatedUnion('type', [
  modal,
  z.strictObject({ type: z.literal('home'), ...common }),
]);

export type View = z.output<typeof view>;
