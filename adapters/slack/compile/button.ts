/** The ways on from a view → rows of buttons. A button carries its whole call, so that an old message still works. */
import type { types } from '@slack/bolt';
import { writeCall } from '../../../src/command/next.ts';
import type { Next } from '../../../src/port.ts';
import { labelText } from '../../../src/view/short.ts';
import { blockLimits } from '../limits.ts';

/** More in a row break over lines on a phone. */
const inRow = 5;

/** `action_id` of a button: whether it makes its call or opens a form of it, and which one of its message it is. */
const actionId = ({ form }: Next, index: number): string => `${form ? 'form' : 'call'}:${index}`;

/** What fits the `action_id` of every button that carries a call. */
export const buttonId = /^(call|form):\d+$/;

export const opensForm = (id: string): boolean => id.startsWith('form:');

/** A button of each call that is short enough to be carried, five in a row or, of many, as many as Slack allows. */
export function buttonRows(next: readonly Next[], mostRows: number): readonly types.ActionsBlock[] {
  const buttons = next
    .filter((each) => writeCall(each).length <= blockLimits.buttonValue)
    .map((each, index) => button(each, index));
  const size = buttons.length <= inRow * mostRows ? inRow : blockLimits.buttonsInBlock;
  const rows = Array.from({ length: Math.ceil(buttons.length / size) }, (_, row) =>
    buttons.slice(row * size, (row + 1) * size),
  );
  return rows.slice(0, mostRows).map((elements) => ({ type: 'actions', elements }));
}

const button = (next: Next, index: number): types.Button => ({
  type: 'button',
  action_id: actionId(next, index),
  text: { type: 'plain_text', text: labelText(next.label, blockLimits.buttonLabel), emoji: false },
  value: writeCall(next),
});
