/** The ways on from a view → rows of buttons. A button carries its whole call, so that an old message still works. */
import { ButtonStyle, ComponentType } from 'discord.js';
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord.js';
import { writeCall } from '../../../src/command/next.ts';
import type { Next } from '../../../src/port.ts';
import { labelText } from '../../../src/view/short.ts';
import { formSign } from '../form.ts';
import { componentLimits } from '../limits.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** What stands before the call in the `custom_id` of a button that makes it; other signs are of as many characters. */
const callSign = '/';

/** So many characters of a call, as `writeCall` writes it, a button can carry. */
export const longestCall = componentLimits.customId - callSign.length;

export interface Carried {
  /** As `writeCall` wrote it. */
  readonly call: string;
  /** Is the form to be opened, rather than the call made? */
  readonly isForm: boolean;
}

/** `null` for a component that carries nothing. */
export function carriedIn(customId: string): Carried | null {
  const sign = [callSign, formSign].find((each) => customId.startsWith(each));
  return sign === undefined ? null : { call: customId.slice(sign.length), isForm: sign === formSign };
}

const customId = (next: Next): string => (next.form ? formSign : callSign) + writeCall(next);

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
