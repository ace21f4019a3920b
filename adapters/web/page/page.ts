/** What a page of the site is: a tree, in a frame, perhaps one of several. */
import { html } from 'hono/html';
import type { Root } from 'mdast';
import { compile } from '../compile.ts';
import { framed } from '../layout.ts';
import type { Framed, Html } from '../layout.ts';
import type { Visit } from '../visit.ts';

export interface Page extends Omit<Framed, 'main'> {
  readonly body: Root;
  /** Language of the body where it is not the reader's: a voice reads it aloud in that one. */
  readonly language?: string | null;
  /** Of a list in pages: how many entries there are, and how many stand on a page. */
  readonly list?: { readonly total: number; readonly size: number };
}

/** `null`: there is no such page. */
export type Show = (visit: Visit) => Promise<Page | null>;

export function pageHtml(page: Page, visit: Visit): Html {
  const { locale } = visit;
  const isForeign = page.language !== undefined && page.language !== null && page.language !== locale;
  const body = compile(page.body, visit);
  return framed(
    {
      ...page,
      main: html`<article${isForeign ? html` lang="${page.language}"` : ''}>${body}</article>
${page.list === undefined ? '' : turning(page.list, visit)}`,
    },
    visit,
  );
}

/** Links to the page before and the page after. */
function turning({ total, size }: { total: number; size: number }, visit: Visit): Html {
  const { words, page, href, path, query } = visit;
  const to = (target: number): string =>
    href(path, { q: query('q'), page: target === 1 ? '' : String(target) });
  const isLast = page * size >= total;
  if (page === 1 && isLast) return html``;
  return html`<nav class="pages" aria-label="${words.web.pages}">
    ${page === 1 ? '' : html`<a rel="prev" href="${to(page - 1)}">${words.web.newer}</a>`}
    ${isLast ? '' : html`<a rel="next" href="${to(page + 1)}">${words.web.older(total - page * size)}</a>`}
  </nav>`;
}
