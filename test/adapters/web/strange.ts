/** What compiled trees may consist of: anything else that a browser finds there came in through a hole. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const elements = new Set(
  'a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr li ol p pre section span strong sup table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
const properties = new Set(
  'ariaDescribedBy ariaLabel className dataFootnoteBackref dataFootnoteRef dataFootnotes dateTime href id rel start tabIndex'.split(
    ' ',
  ),
);

const everyElement = (node: Nodes): readonly Element[] => [
  ...(node.type === 'element' ? [node] : []),
  ...('children' in node ? node.children.flatMap(everyElement) : []),
];

/** What a browser would find in a piece of a page that our compiler never means to write. */
export const strange = (page: string): readonly string[] =>
  everyElement(fromHtml(page, { fragment: true })).flatMap(({ tagName, properties: found }) => [
    ...(elements.has(tagName) ? [] : [tagName]),
    ...Object.keys(found).filter((name) => !properties.has(name)),
    ...(typeof found['href'] === 'string' && !/^(?:https?:\/\/|\/(?!\/)|#note-)/.test(found['href'])
      ? [found['href']]
      : []),
  ]);
