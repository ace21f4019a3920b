/** A long tree in pages: nothing is cut away, what does not fit stands on the next page. */
import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { plainText } from '../content/plain.ts';
import { text } from './build.ts';

/**
 * Splits a tree into pages of at most `limit` characters of text (UTF-16 units), at least one. Blocks stay whole where they
 * can; a list is cut between its items, code between its lines, and a paragraph, if it must be, between its parts: a link that
 * fits stays a link.
 */
export function pages(tree: Root, limit: number): readonly Root[] {
  const pieces = tree.children.flatMap((block) =>
    size(block) <= limit ? [block] : split(block, limit).map(asPiece(block)),
  );
  const result: RootContent[][] = [[]];
  let room = limit;
  for (const piece of pieces) {
    const need = size(piece);
    if (need > room && result.at(-1)?.length !== 0) {
      const kept = orphanHeading(result.at(-1) ?? [], limit - need);
      result.push(kept);
      room = limit - kept.reduce((sum, node) => sum + size(node), 0);
    }
    append(result.at(-1) ?? [], piece);
    room -= need;
  }
  return result.map((children) => ({ type: 'root', children }));
}

/** Which block a piece was cut from, so that items of one list that meet on a page are one list again. */
const origin = new WeakMap<RootContent, RootContent>();

const asPiece =
  (block: RootContent) =>
  (piece: RootContent): RootContent => {
    origin.set(piece, block);
    return piece;
  };

function append(page: RootContent[], piece: RootContent): void {
  const last = page.at(-1);
  const isContinued =
    last?.type === 'list' &&
    piece.type === 'list' &&
    origin.has(piece) &&
    origin.get(last) === origin.get(piece);
  if (!isContinued) {
    page.push(piece);
    return;
  }
  const whole: List = { ...last, children: [...last.children, ...piece.children] };
  page[page.length - 1] = asPiece(origin.get(piece) ?? piece)(whole);
}

const size = (node: RootContent): number => plainText(node).length;

/** A heading is not the last thing on a page that has more than it: it moves to the page of its text, if there is room. */
function orphanHeading(page: RootContent[], room: number): RootContent[] {
  const last = page.at(-1);
  if (page.length < 2 || last?.type !== 'heading' || size(last) > room) return [];
  page.pop();
  return [last];
}

/** How a block that is longer than a page is cut. */
const splitters: {
  readonly [Type in RootContent['type']]?: (
    block: Extract<RootContent, { type: Type }>,
    limit: number,
  ) => RootContent[];
} = {
  paragraph: ({ children }, limit) => splitPhrasing(children, limit),
  heading: ({ children }, limit) => splitPhrasing(children, limit),
  list: (list, limit) => list.children.flatMap((item, index) => splitItem(list, { item, index }, limit)),
  blockquote: (quote, limit) =>
    fitted(quote.children, limit).map((child) => ({ ...quote, children: [child as BlockContent] })),
  code: (code, limit) => chunks(code.value, limit, '\n').map((value) => ({ ...code, value })),
  table: ({ children: rows }, limit) => rows.flatMap((row) => splitPhrasing(cellsOf(row), limit)),
};

function split(block: RootContent, limit: number): RootContent[] {
  const splitter = splitters[block.type] as
    | ((block: RootContent, limit: number) => RootContent[])
    | undefined;
  return splitter === undefined ? splitPhrasing([text(plainText(block))], limit) : splitter(block, limit);
}

/** Blocks as they are where they fit, else in pieces. */
const fitted = (blocks: readonly RootContent[], limit: number): RootContent[] =>
  blocks.flatMap((block) => (size(block) <= limit ? [block] : split(block, limit)));

function splitItem(
  list: List,
  { item, index }: { item: ListItem; index: number },
  limit: number,
): RootContent[] {
  const start = list.ordered ? (list.start ?? 1) + index : null;
  const whole: List = { ...list, start, children: [item] };
  if (size(whole) <= limit) return [whole];
  return fitted(item.children, limit).map((child) => ({
    ...whole,
    children: [{ ...item, children: [child as BlockContent] }],
  }));
}

const cellsOf = (row: TableRow): PhrasingContent[] =>
  row.children.flatMap(({ children }, index) => (index === 0 ? children : [text(' | '), ...children]));

/** Paragraphs that hold the phrasing: links and emphasis stay whole, text is cut. */
function splitPhrasing(children: readonly PhrasingContent[], limit: number): RootContent[] {
  const pieces = children.flatMap((child): PhrasingContent[] =>
    size(child) <= limit ? [child] : chunks(plainText(child), limit, '\n').map((value) => text(value)),
  );
  const paragraphs: PhrasingContent[][] = [[]];
  let room = limit;
  for (const piece of pieces) {
    if (size(piece) > room && paragraphs.at(-1)?.length !== 0) {
      paragraphs.push([]);
      room = limit;
    }
    paragraphs.at(-1)?.push(piece);
    room -= size(piece);
  }
  return paragraphs.map((part) => ({ type: 'paragraph', children: part }));
}

/** Pieces of at most `limit`, cut at the last separator that fits, or else between two characters (never inside one). */
export function chunks(value: string, limit: number, separator: string): string[] {
  const pieces: string[] = [];
  let rest = value;
  const most = Math.max(limit, 1);
  while (rest.length > most) {
    const at = rest.lastIndexOf(separator, most);
    const end = at > 0 ? at : wholeCharacters(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(at > 0 ? end + separator.length : end);
  }
  return [...pieces, rest].filter((piece) => piece !== '');
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The largest length up to `limit` that ends between two graphemes; `limit` itself where one grapheme is longer. */
function wholeCharacters(value: string, limit: number): number {
  const last = graphemes.segment(value.slice(0, limit + 32)).containing(limit);
  return last === undefined || last.index === 0 ? limit : last.index;
}
