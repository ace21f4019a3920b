/** Who reads, in which language, and what they asked for. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Library, Locale, Now, Settings } from '../../src/port.ts';
import { ownPagesAt } from '../../src/view/own-pages.ts';
import type { OwnPages } from '../../src/view/own-pages.ts';
import type { Words } from '../../src/words/index.ts';
import { locales, words } from '../../src/words/index.ts';
import type { Site } from './address.ts';
import type { Reader } from './compile.ts';

/** What all visits have in common. */
export interface Ground {
  readonly site: Site;
  readonly library: Library;
  readonly now: Now;
}

export interface Visit extends Reader, Ground {
  readonly settings: Settings;
  readonly words: Words;
  /** Were any digests kept? */
  readonly hasDigests: boolean;
  readonly pages: OwnPages;
  /** Path as it was asked for, below the site's root; encoded. */
  readonly path: string;
  /** A part of the path, or a word behind the question mark; '' if there is none. */
  readonly param: (name: string) => string;
  readonly query: (name: string) => string;
  /** What the page is about, as it stands behind the question mark: the other pages of its list keep it. */
  readonly asked: Readonly<Record<string, string>>;
  /** Which page of a list, from 1. */
  readonly page: number;
  /** Path of another page of ours, in the language that was chosen. `query` is left out where it is ''. */
  readonly href: (path: string, query?: Readonly<Record<string, string>>) => string;
  /** The same with our name and without the language: what a link in a tree says. */
  readonly url: (path: string) => string;
}

/** Words behind the question mark that say what a page is about. */
const topics = ['q', 'series', 'tag'];

const localeOf = (value: string | undefined): Locale | undefined =>
  locales.find((locale) => locale === value);

/** The language that was chosen (`?lang=en`), or the one that the browser prefers, or `usual`. */
export function negotiated(context: Context, usual: Locale): Locale {
  const preferred = accepts(context, {
    header: 'Accept-Language',
    supports: [...locales],
    default: usual,
    match: (wanted, { default: fallback }) =>
      wanted
        .toSorted((left, right) => right.q - left.q)
        .map(({ type }) => localeOf(type.toLowerCase().split('-')[0]))
        .find((locale) => locale !== undefined) ?? fallback,
  });
  return localeOf(context.req.query('lang')) ?? localeOf(preferred) ?? usual;
}

/** What a page may know of a request. */
export async function visitOf(context: Context, ground: Ground): Promise<Visit> {
  const { site, library } = ground;
  const [settings, kept] = await Promise.all([library.settings(), library.digests({ limit: 1 })]);
  const locale = negotiated(context, settings.locale);
  const chosen = localeOf(context.req.query('lang')) ?? null;
  const href = (path: string, query: Readonly<Record<string, string>> = {}): string => {
    const search = new URLSearchParams(filled({ ...query, lang: chosen ?? '' })).toString();
    const place = path === '/' ? site.root || '/' : `${site.root}${path}`;
    return `${place}${search === '' ? '' : `?${search}`}`;
  };
  const word = (name: string): string => context.req.query(name)?.trim() ?? '';
  return {
    ...ground,
    settings,
    locale,
    chosen,
    zone: settings.zone,
    words: words[locale],
    hasDigests: kept.length > 0,
    pages: ownPagesAt(site.base),
    path: new URL(context.req.url).pathname.slice(site.root.length),
    param: (name) => context.req.param(name) ?? '',
    query: word,
    asked: filled(Object.fromEntries(topics.map((name) => [name, word(name)]))),
    page: pageNumber(context.req.query('page')),
    href,
    url: (path) => `${site.base}${path}`,
  };
}

/** What has a value. */
const filled = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** What is no number of a page is the first. */
const pageNumber = (value = '1'): number => (/^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1);
