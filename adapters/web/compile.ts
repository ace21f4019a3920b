/** A tree → HTML: what the library knows of Markdown, and what we know of hostile text, times and links. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { ImageReference, Link, LinkReference, ListItem, Root, Table } from 'mdast';
import { defaultHandlers, toHast } from 'mdast-util-to-hast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Locale } from '../../src/port.ts';
import { timeText } from '../../src/view/date.ts';
import type { Mention, Time } from '../../src/view/node.ts';
import { plainly } from '../../src/view/safe.ts';
import { words } from '../../src/words/index.ts';
import type { Site } from './address.ts';
import { element, text } from './element.ts';
import { linkTo } from './link.ts';

/** For whom a tree is compiled. */
export interface Audience {
  /** `null`: they read it elsewhere, where our own pages need their whole address. */
  readonly site: Site | null;
  readonly locale: Locale;
  /** The language that they chose; links to our own pages keep it. */
  readonly chosen?: Locale | null;
  /** IANA name. */
  readonly zone: string;
}

/** Who reads our own pages. */
export interface Reader extends Audience {
  readonly site: Site;
}

/** `prefix`: keeps the marks of footnotes apart where several trees stand on one page. */
export function compile(tree: Root, reader: Audience, prefix = ''): HtmlEscapedString {
  const { footnotes } = words[reader.locale].web;
  const hast = toHast(tree, {
    handlers: handlersFor(reader),
    clobberPrefix: `note-${prefix}`,
    footnoteLabel: footnotes.title,
    footnoteLabelProperties: { className: ['unseen'] },
    footnoteBackContent: '↩',
    footnoteBackLabel: footnotes.back,
  });
  return raw(toHtml(hast));
}

/** What is seldom as wide as the column scrolls by itself, by keyboard as well. */
const scrolling = { tabIndex: 0 };

/** Raw HTML is dropped by the library; all other text goes through `plainly`. */
function handlersFor(reader: Audience): Handlers {
  const say = words[reader.locale].web;
  const to = (url: string, label: ElementContent[]) => linkTo(url, label, reader);
  return {
    text: (_state, node: { value: string }) => text(plainly(node.value)),
    inlineCode: (_state, node: { value: string }) => element('code', {}, [text(plainly(node.value))]),
    code: (_state, node: { value: string }) =>
      element('pre', scrolling, [element('code', {}, [text(plainly(node.value))])]),
    link: (state, node: Link) => decorated(state, node, to(node.url, state.all(node))),
    linkReference: (state, node: LinkReference) => to(definitionOf(state, node), state.all(node)),
    // A picture from elsewhere would tell its owner who reads here: it is a link.
    image: (_state, node: { url: string; alt?: string | null }) =>
      to(node.url, [text(plainly(node.alt || say.picture))]),
    imageReference: (state, node: ImageReference) =>
      to(definitionOf(state, node), [text(plainly(node.alt || say.picture))]),
    listItem,
    tableRow,
    table: (state, node: Table) => {
      const table = defaultHandlers.table(state, node);
      return element('section', { ...scrolling, className: ['wide'], ariaLabel: say.table }, [table]);
    },
    time: (_state, node: Time) => element('time', { dateTime: node.value }, [text(timeText(node, reader))]),
    mention: (_state, node: Mention) =>
      element('span', { className: ['mention'] }, [text(plainly(`@${node.name}`))]),
  };
}

const definitionOf = ({ definitionById }: State, { identifier }: LinkReference | ImageReference): string =>
  definitionById.get(identifier.toUpperCase())?.url ?? '';

/** A link with what its node says about the element. */
function decorated(
  state: State,
  node: Link,
  made: ElementContent | ElementContent[],
): ElementContent | ElementContent[] {
  return Array.isArray(made) || made.type !== 'element' ? made : state.applyData(node, made);
}

/** Paragraphs of an item stay apart; a box to tick is a sign, since here nobody can tick it. */
function listItem(state: State, node: ListItem): Element {
  const paragraphs = node.children.filter(({ type }) => type === 'paragraph').length;
  const spread = node.spread === true || paragraphs > 1;
  const made = defaultHandlers.listItem(state, { ...node, checked: null, spread }, undefined);
  if (typeof node.checked !== 'boolean') return made;
  return { ...made, children: [text(node.checked ? '☑ ' : '☐ '), ...made.children] };
}

/** The alignment of a cell is a matter of style. */
function tableRow(...given: Parameters<typeof defaultHandlers.tableRow>): Element {
  const row = defaultHandlers.tableRow(...given);
  const children = row.children.map((cell): ElementContent => {
    if (cell.type !== 'element' || cell.properties['align'] === undefined) return cell;
    const { align, ...properties } = cell.properties;
    return { ...cell, properties: { ...properties, className: [`to-${String(align)}`] } };
  });
  return { ...row, children };
}
