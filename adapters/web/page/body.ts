/** The text of a report as it stands on its page: an outline below the page's title, and a place for each section. */
import type { Link, Nodes, PhrasingContent, Root } from 'mdast';
import type { Reading } from '../../../src/port.ts';
import { link, text } from '../../../src/view/build.ts';
import { belowTitle, outlined } from '../../../src/view/outline.ts';
import { talksOf } from '../../../src/view/reading.ts';
import type { Visit } from '../visit.ts';

export interface Text {
  readonly body: Root;
  /** The section that begins with the page's own title; `null` if none does. */
  readonly anchor: string | null;
}

export function textOf(reading: Reading, { words, pages }: Visit): Text {
  const { report } = reading;
  const { body, section } = belowTitle(reading.body, report.title);
  const talks = new Set(talksOf(reading).map(({ id }) => id));
  const placed = withPlaces(outlined(body, 1), (id) => ({
    className: talks.has(id) ? ['talk'] : null,
    permalink: permalink(pages.section(report.id, id), words.web.permalink),
  }));
  return { body: placed, anchor: section };
}

const permalink = (url: string, label: string): Link => ({
  ...link(url, '#'),
  data: { hProperties: { className: ['permalink'], ariaLabel: label } },
});

interface Place {
  readonly className: string[] | null;
  readonly permalink: Link;
}

/** Where a section begins, its element has its id, and at the end of the line there is a link to it. */
function withPlaces<Node extends Nodes>(node: Node, placeOf: (section: string) => Place): Node {
  const inside = changed(node, (child) => withPlaces(child, placeOf));
  const id = node.data?.section;
  if (id === undefined) return inside;
  const { className, permalink: ending } = placeOf(id);
  return { ...ended(inside, [text(' '), ending]), data: { hProperties: { id, className } } };
}

function changed<Node extends Nodes>(node: Node, change: (child: Nodes) => Nodes): Node {
  return 'children' in node ? { ...node, children: node.children.map(change) } : node;
}

/** Nodes that hold a line of text. */
const lines: ReadonlySet<string> = new Set(['heading', 'paragraph', 'tableCell']);

/** With that at the end of its first line. */
function ended<Node extends Nodes>(node: Node, ending: readonly PhrasingContent[]): Node {
  if (!('children' in node)) return node;
  const [first, ...others] = node.children;
  if (lines.has(node.type)) return { ...node, children: [...node.children, ...ending] };
  return first === undefined ? node : { ...node, children: [ended(first, ending), ...others] };
}
