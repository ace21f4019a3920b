/** What every chat shows alike: a window with its title, messages under the name of who wrote them, and a page around that. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { element } from './element.ts';
import type { Part } from './element.ts';

/** Who looks. */
export interface Looker {
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
}

/** What the bot is called. */
export const bot = 'meetup';

/** What stands beside the name of the bot, in the language of whoever looks. */
const tags: Readonly<Record<string, string>> = { ja: 'アプリ', en: 'APP' };

/** The language of a locale: `ja` of `ja-JP`. */
export const languageOf = ({ locale }: Pick<Looker, 'locale'>): string => locale.slice(0, 2);

export interface Said {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Does only whoever looks see it? */
  readonly isOwn: boolean;
  /** What stands above the name. */
  readonly above: readonly Element[];
  readonly content: readonly Element[];
}

function drawAuthor({ by, at }: Said, looker: Looker): Element {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: looker.zone } as const;
  const time = new Intl.DateTimeFormat(looker.locale, clock).format(at);
  const tag = by === bot ? [element('span.app', tags[languageOf(looker)] ?? '')] : [];
  return element('p.by', element('b', by), ...tag, element('time', time));
}

export const drawSaid = (said: Said, looker: Looker): Element =>
  element(
    `article${said.isOwn ? '.own' : ''}`,
    element(`span.face.${said.by}`, said.by.slice(0, 1).toUpperCase()),
    element('div', ...said.above, drawAuthor(said, looker), ...said.content),
  );

export const drawWindow = (title: string, ...parts: readonly Part[]): Element =>
  element('main', element('header', title), element('section', ...parts));

/** A page with nothing but that. */
export const pageOf = (drawn: Element, css: string, lang: string): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>${css}</style>${toHtml(drawn)}</html>`;
