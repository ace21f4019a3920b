/** What somebody sees of messages and views: lines of text, in their own language and zone. */
import type { Message, ShownView, State } from '../state.ts';
import { renderBlocks } from './block.ts';
import type { Eyes } from './rich-text.ts';

/** The eyes of a user; where nobody in particular reads, those of Tokyo. */
export function eyesOf(state: State, user: string | null): Eyes {
  const reader = user === null ? undefined : state.users.get(user);
  return {
    locale: reader?.locale ?? 'ja-JP',
    zone: reader?.zone ?? 'Asia/Tokyo',
    nameOf: (id) => state.users.get(id)?.name ?? state.channels.get(id)?.name ?? id,
  };
}

/** Blocks where it has some, else its text; then what was unfurled below it. */
export function renderMessage(state: State, message: Message, reader: string | null): string[] {
  const eyes = eyesOf(state, reader);
  const body = message.blocks.length > 0 ? renderBlocks(message.blocks, eyes) : message.text.split('\n');
  const unfurled = [...message.unfurls.values()].flatMap((blocks) => renderBlocks(blocks, eyes));
  const files = message.files.map(({ name }) => `(file: ${name})`);
  return [
    ...body.filter((line) => line !== '' || files.length === 0),
    ...files,
    ...unfurled.map((line) => `▏ ${line}`),
  ];
}

/** A modal begins with its title and ends with its buttons. */
export function renderView(state: State, { view, user }: ShownView): string[] {
  const body = renderBlocks(view.blocks, eyesOf(state, user));
  if (view.type === 'home') return body;
  const buttons = [view.close?.text ?? 'Close', ...(view.submit ? [view.submit.text] : [])];
  return [`== ${view.title.text} ==`, ...body, buttons.map((label) => `(${label})`).join(' ')];
}
