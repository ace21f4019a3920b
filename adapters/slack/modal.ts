/** A View as a modal. Its ways on are buttons, which show the next answer in the same modal. */
import type { types } from '@slack/bolt';
import type { Bot, Locale, Next, View } from '../../src/port.ts';
import { paragraph, root } from '../../src/view/build.ts';
import { words } from '../../src/words/index.ts';
import { compile, page } from './compile.ts';

export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export function modalOf({ body, next }: Pick<View, 'body' | 'next'>, locale: Locale): types.ModalView {
  const { title, close } = words[locale].slack.modal;
  const { blocks } = compile({ body, next }, { locale }, page);
  return { type: 'modal', title: plain(title), close: plain(close), blocks: [...blocks] };
}

/** What stands there before there is an answer. */
export const waitingView = (locale: Locale): View => ({
  body: root(paragraph(words[locale].chat.working)),
  next: [],
});

/** Without the calls that are answered to everyone: neither a modal nor the Home tab stands in a channel. */
export const privately = (next: readonly Next[], { commands }: Pick<Bot, 'commands'>): readonly Next[] =>
  next.filter(({ command }) => commands.find(({ name }) => name === command)?.answer !== 'public');
