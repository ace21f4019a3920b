/** Every page that one can come to from the first one by our own links. */
import type { Served } from './served.ts';

export interface Crawled {
  /** As it was linked to, below the base, without what follows `#`. */
  readonly path: string;
  readonly status: number;
  readonly html: string;
}

/** Links of a page to our own pages; what HTML has escaped is as it was. */
export const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll(/&(?:amp|#x26);/g, '&'),
  );

const withoutHash = (href: string): string => href.replace(/#.*$/, '');

/** Follows redirects as a browser does. Pages in their order of appearance; `isOf`: which links are followed. */
export async function crawl(
  { base }: Pick<Served, 'base'>,
  isOf: (href: string) => boolean = () => true,
): Promise<readonly Crawled[]> {
  const found = new Map<string, Crawled>();
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue;
    const response = await fetch(`${base}${path}`);
    const html = await response.text();
    found.set(path, { path, status: response.status, html });
    waiting.push(...linksIn(html).map(withoutHash).filter(isOf));
  }
  return [...found.values()];
}
