/** A View as a modal. Its ways on are buttons, which show the next answer in the same modal. */
import type { types } from '@slack/bolt';
import type { Bot, Locale, View } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';
import { compile, page } from './compile.ts';

export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export function modalOf({ body, next }: Pick<View, 'body' | 'next'>, locale: Locale): types.ModalView {
  const { title, close } = words[locale].slack.modal;
  const { blocks } = compile({ body, next }, { locale }, page);
  return { type: 'modal', title: plain(title), close: plain(close), blocks: [...blocks] };
}

/** The bot where no channel is, in a modal or on the Home tab: it offers no call that is answered to everyone. */
export const withoutChannel = (bot: Bot): Bot => ({
  ...bot,
  answer: async (call, show) => {
    const view = await bot.answer(call, show);
    return { ...view, next: view.next.filter(({ command }) => !isPublic(command, bot)) };
  },
});

const isPublic = (command: string, { commands }: Bot): boolean =>
  commands.find(({ name }) => name === command)?.answer === 'public';
