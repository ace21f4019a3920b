/** A parsed tree → the same tree as it may be shown: every node that a chat has no word for replaced or gone. */
import type { Blockquote, Definition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { withoutHtml, type Level } from './html.ts';
import { plainText } from './plain.ts';

/** Nodes that stand inside a paragraph. */
const PHRASING: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
]);

/** Parents whose children do. */
const INLINE_PARENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'link',
  'emphasis',
  'strong',
  'delete',
]);

interface Pass {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Added to the lines of all positions. */
  readonly lines: number;
  /** How many nodes are around these. */
  readonly depth: number;
}

/** The children of the root, cleaned, their positions moved down by `lines`. */
export function cleaned(root: Root, lines: number): readonly RootContent[] {
  const definitions = new Map(
    root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  );
  return children(root, { definitions, lines, depth: 0 }) as readonly RootContent[];
}

function children(parent: Extract<Nodes, { children: unknown }>, pass: Pass): readonly Nodes[] {
  const level: Level = INLINE_PARENTS.has(parent.type) ? 'phrasing' : 'flow';
  const below = { ...pass, depth: pass.depth + 1 };
  return withoutHtml(parent.children, level, pass.depth).flatMap((child) => clean(child, below));
}

type Rule = (node: never, pass: Pass) => readonly Nodes[];

/** What becomes of a node of that type; all others stay, with clean children. */
const RULES: Readonly<Partial<Record<Nodes['type'], Rule>>> = {
  yaml: () => [],
  html: () => [],
  definition: () => [],
  footnoteReference: () => [],
  footnoteDefinition: (node: Extract<Nodes, { type: 'footnoteDefinition' }>, pass) => children(node, pass),
  linkReference: (node: Extract<Nodes, { type: 'linkReference' }>, pass) =>
    clean(
      { type: 'link', url: pass.definitions.get(node.identifier)?.url ?? '', children: node.children },
      pass,
    ),
  imageReference: (node: Extract<Nodes, { type: 'imageReference' }>, pass) =>
    clean(
      { type: 'image', url: pass.definitions.get(node.identifier)?.url ?? '', alt: node.alt ?? '' },
      pass,
    ),
  link: (node: Extract<Nodes, { type: 'link' }>, pass) => {
    const url = safeUrl(node.url, /^(?:https?|mailto):/i);
    const inner = children(node, pass) as PhrasingContent[];
    return url === null ? inner : [{ ...moved(node, pass), url, children: inner }];
  },
  image: (node: Extract<Nodes, { type: 'image' }>, pass) => {
    const url = safeUrl(node.url, /^https?:/i);
    if (url !== null) return [{ ...moved(node, pass), url }];
    return node.alt ? [{ type: 'text', value: node.alt }] : [];
  },
  /** Sections are cut before this; a heading that is left stands in a list or a quote, and means strong words. */
  heading: (node: Extract<Nodes, { type: 'heading' }>, pass) => {
    const inner = children(node, pass) as PhrasingContent[];
    if (inner.length === 0) return [];
    return [{ ...moved(asParagraph(node), pass), children: [{ type: 'strong', children: inner }] }];
  },
  paragraph: (node: Paragraph, pass) => split(moved(node, pass), children(node, pass)),
  blockquote: (node: Blockquote, pass) => {
    const inner = (children(node, pass) as Blockquote['children']).filter((child) => !isSignature(child));
    return inner.length === 0 ? [] : [{ ...moved(node, pass), children: inner }];
  },
};

function clean(node: Nodes, pass: Pass): readonly Nodes[] {
  const rule = RULES[node.type];
  if (rule) return rule(node as never, pass);
  const copy = moved(node, pass);
  return ['children' in node ? ({ ...copy, children: children(node, pass) } as Nodes) : copy];
}

function moved<T extends Nodes>(node: T, { lines }: Pass): T {
  if (!node.position) return node;
  const { start, end } = node.position;
  const position = {
    start: { line: start.line + lines, column: start.column },
    end: { line: end.line + lines, column: end.column },
  };
  return { ...node, position };
}

function asParagraph(node: Nodes): Paragraph {
  return node.position
    ? { type: 'paragraph', children: [], position: node.position }
    : { type: 'paragraph', children: [] };
}

/** HTML may have left blocks in a paragraph: they stand beside it then. */
function split(paragraph: Paragraph, inner: readonly Nodes[]): readonly Nodes[] {
  const result: Nodes[] = [];
  let open: PhrasingContent[] = [];
  const close = (): void => {
    if (open.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      result.push({ ...paragraph, children: open });
    open = [];
  };
  for (const node of inner)
    if (PHRASING.has(node.type)) open.push(node as PhrasingContent);
    else {
      close();
      result.push(node);
    }
  close();
  return result;
}

/** An address that may be followed; one without a protocol is the web's. */
function safeUrl(url: string, allowed: RegExp): string | null {
  const full = url.startsWith('//') ? `https:${url}` : url;
  return allowed.test(full) && URL.canParse(full) ? full : null;
}

/** What Twitter's own embed code adds below the words of a tweet. */
function isSignature(node: Nodes): boolean {
  return (
    node.type === 'paragraph' && /^(?:—|–|--?)[^\n]{0,80}\(@\w{1,20}\)[^\n]{0,40}$/.test(plainText(node))
  );
}
