/**
 * HTML among Markdown → Markdown's own nodes. CommonMark hands over HTML in shreds (a tag here, its end there); they
 * are joined with a mark for every node between them, read as one document, and the marks become the nodes again.
 */
import type { Element } from 'hast';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import type { Nodes, Root, RootContent, Text } from 'mdast';
import { readHtml } from './html-tree.ts';
import { plainText } from './plain.ts';

/** Do these nodes read like a document (blocks), or like the content of a paragraph? */
export type Level = 'flow' | 'phrasing';

/**
 * The nodes without any `html` among them; `depth` nodes are around them. Positions of what was HTML count from the line
 * of the first node, as those of its neighbours do. Where the HTML would swallow its neighbours (`<title>` in a
 * sentence), or is built to be slow, its words alone are kept.
 */
export function withoutHtml(all: readonly Nodes[], level: Level, depth: number): readonly Nodes[] {
  if (!all.some((node) => node.type === 'html')) return all;
  const nodes = withoutScripts(all.filter((node) => !isComment(node)));
  const others = nodes.filter((node) => node.type !== 'html');
  if (others.length === nodes.length) return nodes;
  try {
    const placed = new Set<Nodes>();
    const tree = readHtml(joined(nodes, level), { line: lineOf(nodes[0]), depth });
    if (tree === null) return withoutTags(nodes, level);
    const handlers = { ...HANDLERS, [PLACEHOLDER]: restoring(nodes, placed) };
    const nodeHandlers = { [WHOLE.type]: (state: State) => state.all(tree) };
    const options = { handlers, nodeHandlers, document: level === 'flow' };
    const root = toMdast({ type: 'root', children: [WHOLE as never] }, options) as Root;
    return others.every((node) => placed.has(node)) ? root.children : withoutTags(nodes, level);
  } catch {
    // Deeper than the stack is.
    return withoutTags(nodes, level);
  }
}

function withoutTags(nodes: readonly Nodes[], level: Level): readonly Nodes[] {
  return nodes.flatMap((node): readonly Nodes[] => {
    if (node.type !== 'html') return [node];
    const value = node.value.replace(/<[^<>]{0,1000}>/g, ' ').trim();
    if (value === '') return [];
    const text: Text = { type: 'text', value };
    if (level === 'phrasing') return [text];
    return [{ type: 'paragraph', children: [text], ...(node.position && { position: node.position }) }];
  });
}

function isComment(node: Nodes): boolean {
  return node.type === 'html' && /^<!--(?:(?!-->)[^])*-->$/.test(node.value.trim());
}

/** What stands between `<script>` and `</script>` is no text, though a parser of Markdown takes it for some. */
function withoutScripts(nodes: readonly Nodes[]): readonly Nodes[] {
  const closed = new Set(nodes.flatMap((node) => closedBy(node) ?? []));
  let open: string | undefined;
  return nodes.filter((node) => {
    const html = node.type === 'html' ? node.value : '';
    if (open !== undefined) {
      if (closedBy(node) === open) open = undefined;
      return false;
    }
    const opened = /^<(script|style)[\s>]/i.exec(html)?.[1]?.toLowerCase();
    const isLeftOpen = opened !== undefined && !html.toLowerCase().includes(`</${opened}`);
    if (isLeftOpen && closed.has(opened)) open = opened;
    return open === undefined;
  });
}

function closedBy(node: Nodes): string | undefined {
  return node.type === 'html' ? /^<\/(script|style)/i.exec(node.value)?.[1]?.toLowerCase() : undefined;
}

/** The text of an HTML heading as nodes: `<a href="…">x</a> &#8211; y`. */
export function htmlPhrasing(html: string): readonly Nodes[] {
  return withoutHtml([{ type: 'html', value: html }], 'phrasing', 0);
}

const PLACEHOLDER = 'x-node';

/** Stands for a tree whose spaces are trimmed: toMdast would trim those of any other, at its own pace. */
const WHOLE = { type: 'x-whole' };

function joined(nodes: readonly Nodes[], level: Level): string {
  let line = lineOf(nodes[0]);
  // In a sentence a node is a word, and the spaces beside it are shown.
  const letter = level === 'flow' ? '' : 'x';
  const pieces = nodes.map((node, index) => {
    const start = lineOf(node);
    const gap = level === 'flow' ? '\n'.repeat(Math.max(0, start - line)) : '';
    const text =
      node.type === 'html' ? node.value : `<${PLACEHOLDER} data-index="${index}">${letter}</${PLACEHOLDER}>`;
    line = Math.max(line, start) + text.split('\n').length - 1;
    return gap + text;
  });
  return pieces.join('');
}

function lineOf(node: Nodes | undefined): number {
  return node?.position?.start.line ?? 1;
}

function restoring(nodes: readonly Nodes[], placed: Set<Nodes>): Handle {
  return (_state, element) => {
    const node = nodes[Number(element.properties['dataIndex'])];
    if (node) placed.add(node);
    return node;
  };
}

function wordsOf(...[state, element]: Parameters<Handle>): ReturnType<Handle> {
  return state.all(element);
}

const HANDLERS: Record<string, Handle> = {
  /** Slides and videos are embedded in frames; what they show is the link that people can follow. */
  iframe: (state, element) => {
    const url = addressOf(element.properties['src']);
    if (url === null) return undefined;
    const title = element.properties['title'];
    const value = typeof title === 'string' && title !== '' ? title : url;
    return made(state, element, { type: 'link', url, children: [{ type: 'text', value }] });
  },
  script: (state, element) => {
    const deck = element.properties['dataId'];
    if (!classes(element).includes('speakerdeck-embed') || typeof deck !== 'string') return undefined;
    const url = `https://speakerdeck.com/player/${deck}`;
    return made(state, element, { type: 'link', url, children: [{ type: 'text', value: url }] });
  },
  /** Among words its letters are nodes of Markdown's own. */
  code: (state, element) => {
    const value = state.all(element).map(plainText).join('');
    return made(state, element, { type: 'inlineCode', value });
  },
  /** Words that a browser shows elsewhere, or draws. */
  ...Object.fromEntries(
    ['title', 'svg', 'math', 'datalist', 'dialog', 'menu'].map((name) => [name, wordsOf]),
  ),
  /** A quoted tweet: its words are content, "— name (@x) date" below them is not. */
  blockquote: (state, element) => {
    const isTweet = classes(element).some((name) => name.startsWith('twitter-'));
    const children = element.children.filter(
      (child) =>
        !isTweet || (child.type === 'element' && (child.tagName === 'p' || child.tagName === PLACEHOLDER)),
    );
    const quote = {
      type: 'blockquote' as const,
      children: state.toFlow(state.all({ ...element, children })),
    };
    return made(state, element, quote);
  },
};

type State = Parameters<Handle>[0];

function made<T extends RootContent>(state: State, element: Element, node: T): T {
  state.patch(element, node);
  return node;
}

function classes(element: Element): readonly string[] {
  const names = element.properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}

function addressOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (value.startsWith('//')) return `https:${value}`;
  return /^https?:\/\//i.test(value) ? value : null;
}
