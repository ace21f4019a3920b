/** What a reader sees of blocks, as lines: buttons in brackets, fields with what stands in them. */
import type { z } from 'zod';
import type { Block } from '../schema/block.ts';
import type { Actionable, accessory, contextAction } from '../schema/element.ts';
import type { Eyes } from './rich-text.ts';
import { renderRichText } from './rich-text.ts';

type Element = z.output<typeof accessory> | z.output<typeof contextAction> | Actionable;
type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** What a person reads on it: the text of a button, the placeholder of a menu. */
export function labelOf(element: Element): string {
  if (element.type === 'button' || element.type === 'icon_button') return element.text.text;
  if (element.type === 'image') return element.alt_text;
  if ('placeholder' in element && element.placeholder) return element.placeholder.text;
  return element.type;
}

function renderElement(element: Element): string {
  if (element.type === 'image') return `(image: ${element.alt_text})`;
  if (element.type === 'button' && element.url !== undefined) return `[${labelOf(element)} <${element.url}>]`;
  if (element.type === 'button') return `[${labelOf(element)}]`;
  if (element.type === 'feedback_buttons')
    return `[${element.positive_button.text.text}] [${element.negative_button.text.text}]`;
  if (element.type === 'overflow') return `[… ${element.options.map(({ text }) => text.text).join(' | ')}]`;
  if (element.type === 'checkboxes' || element.type === 'radio_buttons')
    return element.options.map(({ text }) => `[ ] ${text.text}`).join(' ');
  if ('initial_value' in element && typeof element.initial_value === 'string')
    return `[${element.initial_value}]`;
  return `[${labelOf(element)} ▾]`;
}

const text = (of: { readonly text: string } | undefined): string[] => of?.text.split('\n') ?? [];

type Cell = Of<'table'>['rows'][number][number];

const cell = (of: Cell, eyes: Eyes): string =>
  of.type === 'rich_text' ? renderRichText(of, eyes).join(' ') : of.text;

const rows = (of: { readonly rows: readonly (readonly Cell[])[] }, eyes: Eyes): string[] =>
  of.rows.map((row) => `| ${row.map((one) => cell(one, eyes)).join(' | ')} |`);

const renderers: { readonly [T in Block['type']]: (block: Of<T>, eyes: Eyes) => string[] } = {
  section: (of) => [
    ...text(of.text),
    ...(of.fields ?? []).flatMap(text),
    ...(of.accessory ? [renderElement(of.accessory)] : []),
  ],
  rich_text: renderRichText,
  header: (of) => [`# ${of.text.text}`],
  divider: () => ['---'],
  markdown: (of) => text(of),
  image: (of) => [`(image: ${of.title?.text ?? of.alt_text})`],
  context: (of) => [
    `~ ${of.elements.map((one) => (one.type === 'image' ? renderElement(one) : one.text)).join(' ')}`,
  ],
  actions: (of) => [of.elements.map(renderElement).join(' ')],
  context_actions: (of) => [of.elements.map(renderElement).join(' ')],
  input: (of) => [
    `${of.label.text}: ${renderElement(of.element)}`,
    ...text(of.hint).map((line) => `~ ${line}`),
  ],
  table: rows,
  data_table: (of, eyes) => [of.caption, ...rows(of, eyes)],
  alert: (of) => text(of.text).map((line) => `! ${line}`),
  card: (of) => [
    ...[of.title, of.subtitle, of.body].flatMap(text),
    ...(of.actions ? [of.actions.map(renderElement).join(' ')] : []),
  ],
  carousel: (of, eyes) => of.elements.flatMap((card) => renderers.card(card, eyes)),
};

const renderBlock = <T extends Block['type']>(block: Of<T>, eyes: Eyes): string[] =>
  (renderers[block.type] as (block: Of<T>, eyes: Eyes) => string[])(block, eyes);

export const renderBlocks = (blocks: readonly Block[], eyes: Eyes): string[] =>
  blocks.flatMap((block) => renderBlock(block, eyes));
