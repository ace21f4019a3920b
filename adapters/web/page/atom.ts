/** Atom documents (RFC 4287), for those who would rather be told. */
import { html, raw } from 'hono/html';
import type { Locale } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import type { Html } from '../layout.ts';
import type { Visit } from '../visit.ts';

export interface Entry {
  /** Our own page of it: its name for good. */
  readonly page: string;
  /** Where it is to be read. */
  readonly url: string;
  readonly language: Locale;
  readonly title: string;
  /** RFC 3339. */
  readonly published: string;
  /** Where nobody is named the community of the feed is the author. */
  readonly authors: readonly string[];
  readonly summary: string;
  /** HTML. */
  readonly content: string;
}

export interface Feed {
  readonly title: string;
  /** Path of the page that lists the same. */
  readonly list: string;
  readonly updated: Date | null;
  readonly entries: readonly Entry[];
}

/** What a feed is made of: as long as that is the same, so is the feed. */
export interface Source<News> {
  readonly path: string;
  readonly newsOf: (visit: Visit) => Promise<News>;
  readonly feedOf: (news: News, visit: Visit) => Promise<Feed>;
}

/** How many entries a feed has at most. */
export const mostEntries = 50;

/** The feed in each language, made anew only when there is something new to say: many texts are read for it. */
export function createFeed<News>({ path, newsOf, feedOf }: Source<News>): (visit: Visit) => Promise<string> {
  const made = new Map<Locale, { readonly stamp: string; readonly document: Promise<string> }>();
  return async (visit) => {
    const news = await newsOf(visit);
    const stamp = JSON.stringify(news);
    const last = made.get(visit.locale);
    if (last?.stamp === stamp) return last.document;
    const document = feedOf(news, visit).then((feed) => documentOf(feed, path, visit));
    made.set(visit.locale, { stamp, document });
    document.catch(() => made.delete(visit.locale));
    return document;
  };
}

async function documentOf(
  { title, list, updated, entries }: Feed,
  path: string,
  visit: Visit,
): Promise<string> {
  const { settings, words, url, locale } = visit;
  const document = await html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
      <id>${url(path)}</id>
      <title>${title}</title>
      <updated>${(updated ?? new Date(0)).toISOString()}</updated>
      <author><name>${plainly(words.start.welcome(settings.name))}</name></author>
      <link rel="self" type="application/atom+xml" href="${url(path)}" />
      <link rel="alternate" type="text/html" href="${url(list)}" />
      ${entries.map(entryOf)}
    </feed>`;
  return permitted(document.toString());
}

/** HTML in XML is text. */
const entryOf = ({ page, url, language, title, published, authors, summary, content }: Entry): Html =>
  html`<entry xml:lang="${language}">
    <id>${page}</id>
    <title>${plainly(title)}</title>
    <link rel="alternate" type="text/html" href="${url}" />
    <published>${published}</published>
    <updated>${published}</updated>
    ${authors.map((name) => html`<author><name>${plainly(name)}</name></author>`)}
    <summary>${summary}</summary>
    <content type="html">${content}</content>
  </entry> `;

/** XML has no words for some characters, not even escaped (XML 1.0, 2.2). */
const permitted = (document: string): string =>
  document.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
