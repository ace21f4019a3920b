/** The blocks that an app may send. https://docs.slack.dev/reference/block-kit/blocks */
import { z } from 'zod';
import { blockLimits as limits } from '../limits.ts';
import { accessory, action, button, contextAction, image, input } from './element.ts';
import { richText } from './rich-text.ts';
import { anyText, markup, plain, text } from './text.ts';

const blockId = { block_id: text(limits.id).optional() };

const cell = z.discriminatedUnion('type', [
  richText,
  z.strictObject({ type: z.literal('raw_text'), text: z.string() }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
]);

const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(limits.sectionText).optional(),
    fields: z.array(anyText(limits.sectionField)).min(1).max(limits.sectionFields).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
    ...blockId,
  })
  .refine((of) => of.text !== undefined || of.fields !== undefined, 'must have text or fields');

const imageBlock = z
  .strictObject({ ...image.shape, title: plain(limits.imageTitle).optional(), ...blockId })
  .refine((of) => (of.image_url === undefined) !== (of.slack_file === undefined), 'must have one source');

const card = z.strictObject({
  type: z.literal('card'),
  hero_image: image.optional(),
  icon: image.optional(),
  title: markup(limits.cardTitle).optional(),
  subtitle: markup(limits.cardTitle).optional(),
  body: markup(limits.cardBody).optional(),
  actions: z.array(button).max(limits.cardActions).optional(),
  ...blockId,
});

const table = z.strictObject({
  type: z.literal('table'),
  rows: z.array(z.array(cell).max(limits.tableCells)).min(1).max(limits.tableRows),
  column_settings: z.array(column).max(limits.tableCells).optional(),
  ...blockId,
});

const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    rows: z
      .array(z.array(cell).max(limits.tableCells))
      .min(limits.dataTableRows.min)
      .max(limits.dataTableRows.max),
    caption: z.string().min(1),
    page_size: z.int().min(1).max(limits.dataTablePage).optional(),
    row_header_column_index: z.int().min(0).optional(),
    ...blockId,
  })
  .refine(
    (of) => JSON.stringify(of.rows).length <= limits.dataTableText,
    `must be less than ${limits.dataTableText + 1} characters`,
  );

export const block = z.discriminatedUnion('type', [
  section,
  richText,
  imageBlock,
  card,
  table,
  dataTable,
  z.strictObject({ type: z.literal('header'), text: plain(limits.headerText), ...blockId }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({ type: z.literal('markdown'), text: text(limits.markdown), ...blockId }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.discriminatedUnion('type', [image, ...anyText(limits.sectionText).options]))
      .min(1)
      .max(limits.contextElements),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z.array(action).min(1).max(limits.actions),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    elements: z.array(contextAction).min(1).max(limits.contextActions),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('input'),
    label: plain(limits.inputLabel),
    hint: plain(limits.inputHint).optional(),
    element: input,
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('alert'),
    text: anyText(limits.alertText),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('carousel'),
    elements: z.array(card).min(1).max(limits.carouselCards),
    ...blockId,
  }),
]);

export type Block = z.output<typeof block>;
