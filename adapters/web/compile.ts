/** A tree → HTML: what the library knows of Markdown, and what we know of hostile text, times and links. */
import type { ElementContent, Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Link, Nodes, Root } from 'mdast';
import { defaultHandlers, toHast } from 'mdast-util-to-hast';
import type { Handler, Handlers, State } from 'mdast-util-to-hast';
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Locale } from '../../src/port.ts';
import { timeText } from '../../src/view/date.ts';
import type { Mention, Time } from '../../src/view/node.ts';
import { otherHost, plainly, safeUrl } from '../../src/view/safe.ts';
import { words } from '../../src/words/index.ts';
import type { Site } from './address.ts';

export interface Reader {
  readonly site: Site;
  readonly locale: Locale;
  /** IANA name. */
  readonly zone: string;
}

/** `prefix`: keeps the marks of footnotes apart where several trees stand on one page. */
export function compile(tree: Root, reader: Reader, prefix = ''): HtmlEscapedString {
  const { footnotes } = words[reader.locale].web;
  const hast = toHast(tree, {
    handlers: handlersFor(reader),
    clobberPrefix: `note-${prefix}`,
    footnoteLabel: footnotes.title,
    footnoteBackContent: '↩',
    footnoteBackLabel: footnotes.back,
  });
  return raw(toHtml(hast));
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

const text = (value: string): ElementContent => ({ type: 'text', value: plainly(value) });

/** Raw HTML is dropped by the library; all other text goes through `plainly`. */
const handlersFor = (reader: Reader): Handlers => ({
  ...mapValues(defaultHandlers as Handlers, anchored),
  text: (_state, node: { value: string }) => text(node.value),
  inlineCode: (_state, node: { value: string }) => element('code', {}, [text(node.value)]),
  code: (_state, node: { value: string }) => element('pre', {}, [element('code', {}, [text(node.value)])]),
  link: (state, node: Link) => link(node.url, state.all(node) as ElementContent[], reader),
  // A picture from elsewhere would tell its owner who reads here: it is a link.
  image: (_state, node: { url: string; alt?: string | null }) =>
    link(node.url, [text(node.alt || words[reader.locale].web.picture)], reader),
  time: (_state, node: Time) => element('time', { dateTime: node.value }, [text(timeText(node, reader))]),
  mention: (_state, node: Mention) => element('span', { className: ['mention'] }, [text(`@${node.name}`)]),
});

/** An element at which a section begins carries its name, so that a talk has an address of its own. */
const anchored =
  (handler: Handler): Handler =>
  (state: State, node: Nodes, parent) => {
    const made = handler(state, node, parent);
    const id = (node.data as { section?: string } | undefined)?.section;
    if (id === undefined || made === undefined || Array.isArray(made) || made.type !== 'element') return made;
    return { ...made, properties: { ...made.properties, id } };
  };

const mapValues = (handlers: Handlers, change: (handler: Handler) => Handler): Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([type, handler]) => [type, handler && change(handler)]),
  ) as Handlers;

/** To the web or nowhere; to our own pages by their path, whatever name we are called by. */
function link(url: string, label: ElementContent[], { site }: Reader): ElementContent | ElementContent[] {
  const safe = safeUrl(url);
  if (safe === null) return label;
  const own = safe.startsWith(`${site.base}/`) ? safe.slice(new URL(site.base).origin.length) : null;
  if (own !== null) return element('a', { href: own }, label);
  const host = otherHost(labelText(label), safe);
  const said = host === null ? label : [...label, text(` (${host})`)];
  return element('a', { href: safe, rel: ['noopener'] }, said.length === 0 ? [text(safe)] : said);
}

const labelText = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? labelText(node.children) : '',
    )
    .join('');
