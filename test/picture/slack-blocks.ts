/** Blocks of Slack's as elements: those that the bot sends. The look is our own. */
import type { Element } from 'hast';
import { labelOf } from '../slack/render/block.ts';
import type { Eyes } from '../slack/render/rich-text.ts';
import type { Block } from '../slack/schema/block.ts';
import { element } from './element.ts';
import { drawRichText } from './slack-rich-text.ts';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

const drawings: { readonly [T in Block['type']]?: (block: Of<T>, eyes: Eyes) => Element[] } = {
  header: ({ text }) => [element('h3', text.text)],
  divider: () => [element('hr')],
  rich_text: drawRichText,
  actions: ({ elements }) => [
    element('div.actions', ...elements.map((one) => element('span.button', labelOf(one)))),
  ],
  input: ({ label, element: field }) => [element('label', label.text, element('span.field', labelOf(field)))],
};

/** Throws for a block that nobody has drawn yet: a picture leaves nothing out. */
export const drawBlocks = (blocks: readonly Block[], eyes: Eyes): Element[] =>
  blocks.flatMap((block) => {
    const draw = drawings[block.type] as ((block: Block, eyes: Eyes) => Element[]) | undefined;
    if (draw === undefined) throw new Error(`a block of ${block.type} can not be drawn yet`);
    return draw(block, eyes);
  });
