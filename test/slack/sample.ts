/** Blocks that tests send. */
import type { KnownBlock } from '@slack/types';

export const plain = (text: string) => ({ type: 'plain_text', text }) as const;

/** Text of that many characters. */
export const plainOf = (length: number) => plain('x'.repeat(length));

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A text, and a button below it whose `action_id` is its label in lower case. */
export const withButton = (text: string, button: string): KnownBlock[] => [
  { type: 'section', text: plain(text) },
  {
    type: 'actions',
    elements: [{ type: 'button', action_id: button.toLowerCase(), text: plain(button), value: 'v' }],
  },
];

export const mrkdwnOf = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });

/** Rich text of one section. */
export const runs = (...elements: readonly object[]) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
];
/** Text of that many characters as a run of rich text. */
export const runOf = (length: number) => ({ type: 'text', text: 'x'.repeat(length) });
