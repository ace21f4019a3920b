/** A View → what Slack is sent: blocks, and a plain `text` for notifications and screen readers. All of it obeys limits.ts. */
import type { types } from '@slack/bolt';
import type { Root } from 'mdast';
import type { Next, View } from '../../src/port.ts';
import { fit, mostLeft, withCount } from '../../src/view/fit.ts';
import { short } from '../../src/view/short.ts';
import { viewText } from '../../src/view/text.ts';
import { blocksOf } from './compile/block.ts';
import { buttonRows } from './compile/button.ts';
import { dense } from './compile/dense.ts';
import type { Reader } from './compile/inline.ts';
import { escaped } from './escape.ts';
import { blockLimits, messageSize, messageText } from './limits.ts';

export type { Reader } from './compile/inline.ts';

export interface Compiled {
  readonly blocks: readonly types.KnownBlock[];
  /** Plain and escaped, never empty. */
  readonly text: string;
}

/** Where blocks are shown: how many they may be, and how many characters their JSON may have. */
export interface Surface {
  readonly blocks: number;
  readonly size: number;
}

const message: Surface = { blocks: blockLimits.inMessage, size: messageSize };

/** A modal or a Home tab. How long it may be is written nowhere: as long as a message for each block that a message has. */
export const page: Surface = { blocks: blockLimits.inView, size: 2 * messageSize };

/** How a view is written on a surface. */
interface Layout {
  /** As much of its body, a line that counts what is left, and the buttons. */
  readonly written: (tree: Root, left: number) => readonly types.KnownBlock[];
  readonly fits: (tree: Root) => boolean;
  /** How many ways on have no button. */
  readonly left: number;
}

/** What takes too much of the surface is written more densely. */
export function layoutOf({ body, next }: Shown, { locale }: Reader, surface = message): Layout {
  const { buttons, left } = buttonsThatFit(next, surface);
  const write = (tree: Root, missing: number): readonly types.KnownBlock[] => [
    ...blocksOf(withCount(tree, missing, locale), { locale }),
    ...buttons,
  ];
  const fits = (tree: Root): boolean => isWithin(write(tree, mostLeft), surface);
  const form = fits(body) ? asItIs : dense;
  return {
    written: (tree, missing) => write(form(tree), missing),
    fits: (tree) => fits(form(tree)),
    left,
  };
}

type Shown = Pick<View, 'body' | 'next'>;

/** The view as a message, or as the blocks of another surface. What does not fit is counted in a last line. */
export function compile(view: Shown, reader: Reader, surface = message): Compiled {
  const layout = layoutOf(view, reader, surface);
  const { body, left } = fit(view.body, layout.fits);
  return { blocks: layout.written(body, left + layout.left), text: plainSummary(view, reader) };
}

const asItIs = (tree: Root): Root => tree;

export const sizeOf = (blocks: readonly types.KnownBlock[]): number => JSON.stringify(blocks).length;

const isWithin = (blocks: readonly types.KnownBlock[], surface: Surface): boolean =>
  blocks.length <= surface.blocks && sizeOf(blocks) <= surface.size;

/** Buttons may take half of all there is: at least as much is for what they belong to. */
function buttonsThatFit(
  next: readonly Next[],
  { blocks, size }: Surface,
): { readonly buttons: readonly types.ActionsBlock[]; readonly left: number } {
  let wanted = next;
  const mostRows = Math.floor(blocks / 2);
  let buttons = buttonRows(wanted, mostRows);
  while (sizeOf(buttons) > size / 2) {
    wanted = fewer(next, Math.floor(wanted.length * 0.9));
    buttons = buttonRows(wanted, mostRows);
  }
  const shown = buttons.reduce((sum, { elements }) => sum + elements.length, 0);
  return { buttons, left: next.length - shown };
}

/** So many of them: the first, and the two at the end, which lead back and share what is shown. */
const fewer = (next: readonly Next[], count: number): readonly Next[] =>
  count > 2 ? [...next.slice(0, count - 2), ...next.slice(-2)] : next.slice(0, count);

/** Whatever the view says; of a view without a word, what one may do. Slack takes no message without text. */
function plainSummary({ body, next }: Shown, { locale }: Reader): string {
  const said = viewText(body, locale) || next.map(({ label }) => label).join(' / ');
  // Where an entity is cut in halves, nothing of it is left.
  const summary = short(escaped(said.toWellFormed()), messageText).replace(/&[a-z]{0,3}…$/, '…');
  return summary === '' ? '…' : summary;
}
