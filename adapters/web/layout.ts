/** The frame of every page: head, navigation, search, and the languages. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Locale } from '../../src/port.ts';
import { plainly } from '../../src/view/safe.ts';
import { locales } from '../../src/words/index.ts';
import { assetPath } from './asset.ts';
import type { AssetName } from './asset.ts';
import { aboutPage, feedsOf } from './about.ts';
import type { Visit } from './visit.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What stands in the frame. */
export interface Framed {
  /** '' on the first page. */
  readonly title: string;
  /** Of the title; `null`: the reader's own. */
  readonly language?: string | null;
  /** What a link to the title says behind its `#`. */
  readonly anchor?: string | null;
  /** One sentence for those who have not opened it yet. */
  readonly description?: string;
  /** Address of the same text elsewhere, where it is at home. */
  readonly canonical?: string | null;
  /** Does it not take place any more? Then its title is struck through. */
  readonly isOff?: boolean;
  /** Addresses of calendars of what stands on it. */
  readonly calendars?: readonly { readonly title: string; readonly url: string }[];
  /** What it is about, for programs: an object of schema.org. */
  readonly data?: object | null;
  readonly main: Html;
}

/** A page in its frame. */
export function framed(page: Framed, visit: Visit): Html {
  const { words, locale, href } = visit;
  const name = plainly(words.start.welcome(visit.settings.name));
  const title = page.title === '' ? name : plainly(page.title);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        ${headOf({ title: page.title === '' ? name : `${title} – ${name}`, styles: ['style.css'] }, visit)}
        ${aboutPage({ ...page, title, name }, visit)}
      </head>
      <body class="page">
        <a class="unseen" href="#main">${words.web.skip}</a>
        <header>
          <a class="brand" href="${href('/')}">${name}</a>
          ${searchForm(visit)}
          <nav aria-label="${words.web.navigation}">${placesOf(visit).map((place) => placeLink(place, visit))}</nav>
        </header>
        <main id="main">
          <h1${attributes({ lang: page.language, id: page.anchor })}>${page.isOff ? html`<del>${title}</del>` : title}</h1>
          ${page.main}
        </main>
        <footer>${languageLinks(visit)} ${feedsOf(visit).map(({ path, label }) => html`<a href="${visit.site.root}${path}">${label}</a> `)}</footer>
      </body>
    </html>`;
}

/** Attributes that have a value. */
export const attributes = (values: Readonly<Record<string, string | null | undefined>>): readonly Html[] =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => html` ${raw(name)}="${value}"`);

/** What every document of ours has in its head. */
export const headOf = (
  { title, styles }: { readonly title: string; readonly styles: readonly AssetName[] },
  { site }: Pick<Visit, 'site'>,
): Html =>
  html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" type="image/svg+xml" href="${site.root}${assetPath('icon.svg')}" />
    ${styles.map((style) => html`<link rel="stylesheet" href="${site.root}${assetPath(style)}" />`)}`;

/** The rooms of the site, in the order of the navigation. */
const rooms = ['reports', 'speakers', 'series', 'tags', 'events', 'digests'] as const;

/** Few communities keep their digests. */
const placesOf = ({ hasDigests }: Visit): readonly (typeof rooms)[number][] =>
  rooms.filter((room) => room !== 'digests' || hasDigests);

function placeLink(place: (typeof rooms)[number], { words, href, path }: Visit): Html {
  const isBelow = path.startsWith(`/${place}/`);
  const current = path === `/${place}` ? 'page' : isBelow ? 'true' : null;
  return html`<a${attributes({ href: href(`/${place}`), 'aria-current': current })}
    >${words.web.place[place]}</a
  > `;
}

const searchForm = ({ words, chosen, query, path, site }: Visit): Html =>
  html`<form role="search" action="${site.root}/search">
    <input
      type="search"
      name="q"
      value="${path === '/search' ? query('q') : ''}"
      aria-label="${words.web.search}"
      placeholder="${words.web.searchHint}"
      enterkeyhint="search"
      autocapitalize="none"
    />
    ${chosen ? html`<input type="hidden" name="lang" value="${chosen}" />` : ''}
    <button type="submit">${words.web.search}</button>
  </form>`;

export const languageNames: Readonly<Record<Locale, string>> = { ja: '日本語', en: 'English' };

/** The same page in the other languages. */
const languageLinks = ({ locale, path, site, asked, page }: Visit): readonly Html[] =>
  locales
    .filter((other) => other !== locale)
    .map((other) => {
      const query = new URLSearchParams({
        ...asked,
        ...(page === 1 ? {} : { page: String(page) }),
        lang: other,
      });
      return html`<a href="${site.root}${path}?${query.toString()}" lang="${other}" hreflang="${other}"
        >${languageNames[other]}</a
      >`;
    });
