/** A long tree in pages: nothing is cut away, what does not fit stands on the next page. */
import type { Code, List, Paragraph, Root, RootContent } from 'mdast';
import { plainText } from '../content/plain.ts';

/**
 * Splits a tree into pages of at most `limit` characters of text (UTF-16 units), at least one. Blocks stay whole where they
 * can; a list is cut between its items, code between its lines, and a paragraph, if it must be, between its characters.
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
      const kept = orphanHeading(result.at(-1) ?? []);
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

/** A heading is never the last thing on a page that has more than it: it moves to the page of its text. */
function orphanHeading(page: RootContent[]): RootContent[] {
  const last = page.at(-1);
  if (page.length < 2 || last?.type !== 'heading') return [];
  page.pop();
  return [last];
}

const splitters: Readonly<Record<string, (block: never, limit: number) => RootContent[]>> = {
  list: (list: List, limit: number) => splitList(list, limit),
  code: (code: Code, limit: number) => chunks(code.value, limit, '\n').map((value) => ({ ...code, value })),
  paragraph: (paragraph: Paragraph, limit: number) => splitText(plainText(paragraph), limit),
};

function split(block: RootContent, limit: number): RootContent[] {
  const splitter = splitters[block.type] as
    | ((block: RootContent, limit: number) => RootContent[])
    | undefined;
  return splitter === undefined ? splitText(plainText(block), limit) : splitter(block, limit);
}

function splitList(list: List, limit: number): RootContent[] {
  if (list.children.length < 2) return splitText(plainText(list), limit);
  const start = list.start ?? 1;
  return list.children.flatMap((child, index): RootContent[] => {
    const single: List = { ...list, start: list.ordered ? start + index : null, children: [child] };
    return size(single) <= limit ? [single] : splitText(plainText(single), limit);
  });
}

const splitText = (value: string, limit: number): RootContent[] =>
  chunks(value, limit, '\n').map((part) => ({
    type: 'paragraph',
    children: [{ type: 'text', value: part }],
  }));

/** Pieces of at most `limit`, cut at the last separator that fits, or else between two characters (never inside one). */
function chunks(value: string, limit: number, separator: string): string[] {
  const pieces: string[] = [];
  let rest = value;
  while (rest.length > limit) {
    const at = rest.lastIndexOf(separator, limit);
    const end = at > 0 ? at : wholeCharacters(rest, limit);
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
