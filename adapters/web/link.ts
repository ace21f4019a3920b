/** Links: to the web or nowhere, and what they say is where they go. */
import type { ElementContent } from 'hast';
import { otherHost, safeUrl } from '../../src/view/safe.ts';
import type { Audience } from './compile.ts';
import { element, text } from './element.ts';

/** Without a safe address the label alone; without a label the address; with a label of another host, both. */
export function linkTo(
  url: string,
  given: readonly ElementContent[],
  reader: Pick<Audience, 'site' | 'chosen'>,
): ElementContent | ElementContent[] {
  const label = unlinked(given);
  const safe = safeUrl(url);
  if (safe === null) return label;
  const own = ownPath(safe, reader);
  const words = textOf(label);
  const shown = words.trim() === '' ? [text(safe)] : label;
  if (own !== null) return element('a', { href: own }, shown);
  const host = otherHost(words, safe);
  return element(
    'a',
    { href: safe, rel: ['noopener'] },
    host === null ? shown : [...shown, text(` (${host})`)],
  );
}

/** Our own pages by their path, whatever name we are called by, in the language that was chosen. */
function ownPath(url: string, { site, chosen }: Pick<Audience, 'site' | 'chosen'>): string | null {
  if (site === null || !url.startsWith(`${site.base}/`)) return null;
  const own = new URL(url);
  // With two slashes at its beginning a path would be the name of another host.
  if (own.pathname.startsWith('//')) return null;
  if (chosen && !own.searchParams.has('lang')) own.searchParams.set('lang', chosen);
  return `${own.pathname}${own.search}${own.hash}`;
}

/** A link can not stand in a link: of the inner one its words stay. */
const unlinked = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const children = unlinked(node.children);
    return node.tagName === 'a' ? children : [{ ...node, children }];
  });

const textOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('');
