/** What Slack's composer makes of what is typed: rich text, and a `text` in which `&`, `<` and `>` are escaped. */
import { escapeMarkup } from '../escape.ts';
import type { Block } from '../schema/block.ts';
import type { Run } from '../schema/rich-text.ts';
import type { State } from '../state.ts';

/** A run of rich text, and the same in `text`. */
interface Piece {
  readonly run: Run;
  readonly text: string;
}

const plain = (text: string): Piece => ({ run: { type: 'text', text }, text: escapeMarkup(text) });

function piece(state: State, token: string): Piece {
  const called = token.slice(1);
  const user = [...state.users.values()].find(({ name }) => name === called);
  if (token.startsWith('@') && user)
    return { run: { type: 'user', user_id: user.id }, text: `<@${user.id}>` };
  const channel = [...state.channels.values()].find(({ name }) => name === called);
  if (token.startsWith('#') && channel)
    return { run: { type: 'channel', channel_id: channel.id }, text: `<#${channel.id}|${called}>` };
  if (/^https?:/.test(token)) return { run: { type: 'link', url: token }, text: `<${escapeMarkup(token)}>` };
  return plain(token);
}

export interface Composed {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** `@name` and `#channel` become mentions where there is somebody or something of that name, addresses links. */
export function compose(state: State, typed: string): Composed {
  const pieces = typed
    .split(/([@#][\w-]+|https?:\/\/[^\s]+)/)
    .filter((token) => token !== '')
    .map((token) => piece(state, token));
  const elements = pieces.map(({ run }) => run);
  return {
    text: pieces.map(({ text }) => text).join(''),
    blocks:
      elements.length === 0
        ? []
        : [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
  };
}
