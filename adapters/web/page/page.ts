/** What a page of the site is: trees, each in the frame of what it is, perhaps one page of several. */
import { html } from 'hono/html';
import type { Root } from 'mdast';
import { compile } from '../compile.ts';
import { attributes, framed } from '../layout.ts';
import type { Framed, Html } from '../layout.ts';
import type { Visit } from '../visit.ts';

/** A part of a page. */
export interface Part {
  readonly as: keyof typeof frames;
  readonly tree: Root;
}

export interface Page extends Omit<Framed, 'main'> {
  readonly parts: readonly Part[];
  /** Of a list in pages: how many entries there are, and how many stand on a page. */
  readonly list?: { readonly total: number; readonly size: number };
  /** What no tree can say; it stands below all else. */
  readonly ending?: Html;
}

/** A part, unless there is nothing in it. */
export const part = (as: Part['as'], tree: Root): readonly Part[] =>
  tree.children.length === 0 ? [] : [{ as, tree }];

/** `null`: there is no such page. */
export type Show = (visit: Visit) => Promise<Page | null>;

interface Inside {
  readonly body: Html;
  /** Language of the text where it is not the reader's. */
  readonly lang: string | null;
  readonly say: Visit['words']['web'];
}

/** What a part of a page can be. */
const frames = {
  prose: ({ body }: Inside) => body,
  list: ({ body }: Inside) => html`<div class="list">${body}</div>`,
  names: ({ body }: Inside) => html`<div class="names">${body}</div>`,
  facts: ({ body }: Inside) => html`<div class="facts">${body}</div>`,
  chips: ({ body }: Inside) => html`<div class="chips">${body}</div>`,
  details: ({ body }: Inside) => html`<div class="details">${body}</div>`,
  warning: ({ body }: Inside) => html`<div class="warning">${body}</div>`,
  actions: ({ body }: Inside) => html`<div class="actions">${body}</div>`,
  contents: ({ body, lang, say }: Inside) =>
    html`<nav class="contents" aria-labelledby="contents">
      <h2 id="contents">${say.contents}</h2>
      <div${attributes({ lang })}>${body}</div>
    </nav>`,
  text: ({ body, lang }: Inside) => html`<article${attributes({ class: 'text', lang })}>${body}</article>`,
  beside: ({ body, say }: Inside) => html`<nav class="beside" aria-label="${say.beside}">${body}</nav>`,
} satisfies Readonly<Record<string, (inside: Inside) => Html>>;

export function pageHtml({ parts, list, ending, ...page }: Page, visit: Visit): Html {
  const lang = page.language === visit.locale ? null : (page.language ?? null);
  const say = visit.words.web;
  const main = html`${parts.map(({ as, tree }) => frames[as]({ body: compile(tree, visit), lang, say }))}
  ${list === undefined ? '' : turning(list, visit)}${ending ?? ''}`;
  return framed({ ...page, language: lang, main }, visit);
}

/** Links to the page before and the page after. */
function turning({ total, size }: { total: number; size: number }, visit: Visit): Html {
  const { words, page, href, path, asked } = visit;
  const to = (target: number): string => href(path, { ...asked, page: target === 1 ? '' : String(target) });
  const isLast = page * size >= total;
  if (page === 1 && isLast) return html``;
  return html`<nav class="pages" aria-label="${words.web.pages}">
    ${page === 1 ? '' : html`<a rel="prev" href="${to(page - 1)}">${words.web.newer}</a>`}
    ${isLast ? '' : html`<a rel="next" href="${to(page + 1)}">${words.web.older(total - page * size)}</a>`}
  </nav>`;
}
