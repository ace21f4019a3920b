/** What somebody has before them: a channel with its messages, the Home tab, a modal. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Eyes } from '../slack/render/rich-text.ts';
import type { Message, ShownView } from '../slack/state.ts';
import { drawBlocks } from './slack-blocks.ts';
import { element } from './slack-element.ts';

const bot = 'meetup';

/** What a client says of its own accord, in the language of whoever looks. */
const notes: Readonly<Record<string, { readonly app: string; readonly own: string; readonly home: string }>> =
  {
    ja: { app: 'アプリ', own: 'あなただけに表示されています', home: 'ホーム' },
    en: { app: 'APP', own: 'Only visible to you', home: 'Home' },
  };

const noteFor = ({ locale }: Eyes) => notes[locale.slice(0, 2)] ?? { app: '', own: '', home: '' };

function drawMessage({ user, ts, onlyFor, blocks }: Message, eyes: Eyes): Element {
  const name = eyes.nameOf(user);
  const { app, own } = noteFor(eyes);
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: eyes.zone } as const;
  const at = new Intl.DateTimeFormat(eyes.locale, clock).format(Number(ts) * 1000);
  return element(
    `article${onlyFor === null ? '' : '.own'}`,
    element(`span.face.${name}`, name.slice(0, 1).toUpperCase()),
    element(
      'div',
      ...(onlyFor === null ? [] : [element('p.note', own)]),
      element(
        'p.by',
        element('b', name),
        ...(name === bot ? [element('span.app', app)] : []),
        element('time', at),
      ),
      ...drawBlocks(blocks, eyes),
    ),
  );
}

const windowOf = (title: string, ...children: readonly Element[]): Element =>
  element('main', element('header', title), element('section', ...children));

/** The messages that this person sees there. */
export const drawChannel = (name: string, messages: readonly Message[], eyes: Eyes): Element =>
  windowOf(`# ${name}`, ...messages.map((message) => drawMessage(message, eyes)));

export const drawHome = ({ view }: ShownView, eyes: Eyes): Element =>
  windowOf(`${bot} — ${noteFor(eyes).home}`, ...drawBlocks(view.blocks, eyes));

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

/** A page with nothing but that. */
export const pageOf = (drawn: Element, css: string, lang: string): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>${css}</style>${toHtml(drawn)}</html>`;
