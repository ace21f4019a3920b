/** Styles as flags on each piece → nodes around pieces, as few as there can be. */
import type { PhrasingContent } from 'mdast';

const wrappers = ['strong', 'emphasis', 'delete'] as const;
type Wrapper = (typeof wrappers)[number];

export interface Piece {
  readonly node: PhrasingContent;
  readonly style: Readonly<Record<Wrapper, boolean>>;
}

/** Neighbours of one style stand in one node. White space takes only the styles that both its neighbours have. */
export const nested = (pieces: readonly Piece[]): PhrasingContent[] =>
  wrapped(withBareEdges(pieces), wrappers);

export const isBlank = ({ node }: Piece): boolean =>
  node.type === 'break' || (node.type === 'text' && node.value.trim() === '');

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

function wrapped(pieces: readonly Piece[], [wrapper, ...inner]: readonly Wrapper[]): PhrasingContent[] {
  if (wrapper === undefined) return joined(pieces.map(({ node }) => node));
  return runsBy(pieces, ({ style }) => style[wrapper]).flatMap((run): PhrasingContent[] => {
    const children = wrapped(run, inner);
    return run[0]?.style[wrapper] === true ? [{ type: wrapper, children }] : children;
  });
}

/** Neighbours for which `keyOf` says the same, together. */
function runsBy(pieces: readonly Piece[], keyOf: (piece: Piece) => boolean): readonly Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(piece)) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
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
