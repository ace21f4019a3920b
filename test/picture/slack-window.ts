/** What somebody has before them in Slack: a channel with its messages, the Home tab, a modal. */
import type { Element } from 'hast';
import type { Eyes } from '../slack/render/rich-text.ts';
import type { Message, ShownView } from '../slack/state.ts';
import { drawBlocks } from './slack-blocks.ts';
import { element } from './element.ts';
import { bot, drawSaid, drawWindow, languageOf } from './window.ts';

/** What the client says of its own accord, in the language of whoever looks. */
const notes: Readonly<Record<string, { readonly own: string; readonly home: string }>> = {
  ja: { own: 'あなただけに表示されています', home: 'ホーム' },
  en: { own: 'Only visible to you', home: 'Home' },
};

const noteFor = (eyes: Eyes) => notes[languageOf(eyes)] ?? { own: '', home: '' };

function drawMessage({ user, ts, onlyFor, blocks }: Message, eyes: Eyes): Element {
  const isOwn = onlyFor !== null;
  const above = isOwn ? [element('p.note', noteFor(eyes).own)] : [];
  const content = drawBlocks(blocks, eyes);
  return drawSaid({ by: eyes.nameOf(user), at: Number(ts) * 1000, isOwn, above, content }, eyes);
}

/** The messages that this person sees there. */
export const drawChannel = (name: string, messages: readonly Message[], eyes: Eyes): Element =>
  drawWindow(`# ${name}`, ...messages.map((message) => drawMessage(message, eyes)));

export const drawHome = ({ view }: ShownView, eyes: Eyes): Element =>
  drawWindow(`${bot} — ${noteFor(eyes).home}`, ...drawBlocks(view.blocks, eyes));

export function drawModal({ view }: ShownView, eyes: Eyes): Element {
  if (view.type !== 'modal') throw new Error('that is no modal');
  const buttons = [view.close, view.submit].filter((label) => label !== undefined);
  return element(
    'main.modal',
    element('header', view.title.text),
    element('section', ...drawBlocks(view.blocks, eyes)),
    element('footer', ...buttons.map(({ text }) => element('span.button', text))),
  );
}
