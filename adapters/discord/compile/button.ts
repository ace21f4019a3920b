/** The ways on from a view → rows of buttons. A button carries its whole call, so that an old message still works. */
import { ButtonStyle, ComponentType } from 'discord.js';
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord.js';
import { writeCall } from '../../../src/command/next.ts';
import type { Next } from '../../../src/port.ts';
import { labelText } from '../../../src/view/short.ts';
import { componentLimits } from '../limits.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** What stands before the call in the `custom_id` of every button that carries one. */
const sign = '/';

/** So many characters of a call, as `writeCall` writes it, a button can carry. */
export const longestCall = componentLimits.customId - sign.length;

/** The call that a component carries, as `writeCall` wrote it; `null` for a component that carries none. */
export const carriedCall = (customId: string): string | null =>
  customId.startsWith(sign) ? customId.slice(sign.length) : null;

const customId = (next: Next): string => sign + writeCall(next);

export interface Buttons {
  readonly rows: readonly ButtonRow[];
  /** How many ways on have no button. */
  readonly left: number;
}

/** A button of each call that is short enough to be carried. Discord takes no two of one call: the first one stands. */
export function buttonsOf(next: readonly Next[]): Buttons {
  const different = next.filter(
    (each, index) => next.findIndex((other) => customId(other) === customId(each)) === index,
  );
  const { customId: longest, inRow, rows: mostRows } = componentLimits;
  const carried = different.filter((each) => customId(each).length <= longest);
  const shown = carried.slice(0, inRow * mostRows).map(button);
  const rows = Array.from({ length: Math.ceil(shown.length / inRow) }, (_, row) => ({
    type: ComponentType.ActionRow as const,
    components: shown.slice(row * inRow, (row + 1) * inRow),
  }));
  return { rows, left: different.length - shown.length };
}

const button = (next: Next): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: customId(next),
  label: labelText(next.label, componentLimits.buttonLabel),
});
