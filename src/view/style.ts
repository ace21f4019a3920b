/** Styles as flags on each piece → nodes around pieces, as few as there can be. */
import type { PhrasingContent } from 'mdast';

const wrappers = ['strong', 'emphasis', 'delete'] as const;
type Wrapper = (typeof wrappers)[number];

export interface Piece {
  readonly node: PhrasingContent;
  readonly style: Readonly<Record<Wrapper, boolean>>;
}

/** Neighbours of one style stand in one node. White space takes only the styles that both its neighbours have. */
export const nested = (pieces: readonly Piece[]): PhrasingContent[] => wrapped(withBareEdges(pieces));

export const isBlank = ({ node }: Piece): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

/** Links do not stand in one another: one in the words of another is its own words. */
export const unlinked = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap(({ node, style }) =>
    node.type === 'link' ? node.children.map((child) => ({ node: child, style })) : [{ node, style }],
  );

/** Without what is blank at the ends. */
export const trimmed = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.slice(
    Math.max(
      0,
      pieces.findIndex((piece) => !isBlank(piece)),
    ),
    pieces.findLastIndex((piece) => !isBlank(piece)) + 1,
  );

/** `**a **b` is no bold in Markdown: what is blank at the end of a style is outside of it. */
function withBareEdges(pieces: readonly Piece[]): readonly Piece[] {
  let before: Piece | undefined;
  const after = followers(pieces);
  return pieces.map((piece, index) => {
    if (!isBlank(piece)) {
      before = piece;
      return piece;
    }
    return { ...piece, style: shared(piece, before, after[index]) };
  });
}

/** For each piece the next one that is not blank. */
function followers(pieces: readonly Piece[]): readonly (Piece | undefined)[] {
  let next: Piece | undefined;
  return pieces
    .toReversed()
    .map((piece) => {
      const following = next;
      if (!isBlank(piece)) next = piece;
      return following;
    })
    .toReversed();
}

function shared(piece: Piece, ...neighbours: readonly (Piece | undefined)[]): Piece['style'] {
  const has = (wrapper: Wrapper): boolean =>
    piece.style[wrapper] && neighbours.every((neighbour) => neighbour?.style[wrapper] === true);
  return { strong: has('strong'), emphasis: has('emphasis'), delete: has('delete') };
}

/** What begins with several styles stands first in the one that goes on longest, so that none is cut in two. */
function wrapped(pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < pieces.length;) {
    const run = pieces.slice(at, at + reach(pieces, at));
    const wrapper = wrappers.find((each) => run.every(({ style }) => style[each]));
    if (wrapper === undefined) nodes.push(...run.map(({ node }) => node));
    else nodes.push({ type: wrapper, children: wrapped(run.map((piece) => without(wrapper, piece))) });
    at += run.length;
  }
  return joined(nodes);
}

const without = (wrapper: Wrapper, piece: Piece): Piece => ({
  ...piece,
  style: { ...piece.style, [wrapper]: false },
});

/** How many pieces from there on share the style that goes on longest; one where there is no style. */
const reach = (pieces: readonly Piece[], at: number): number =>
  Math.max(1, ...wrappers.map((wrapper) => lengthOf(pieces, at, wrapper)));

function lengthOf(pieces: readonly Piece[], at: number, wrapper: Wrapper): number {
  let end = at;
  while (pieces[end]?.style[wrapper] === true) end += 1;
  return end - at;
}

function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === last?.type && (node.type === 'text' || node.type === 'inlineCode') && 'value' in last)
      result[result.length - 1] = { ...node, value: last.value + node.value };
    else result.push(node);
  }
  return result;
}
