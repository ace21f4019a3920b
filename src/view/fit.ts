/** A tree to a platform's limits: whole parts as long as they fit, and a count of those that do not. Nothing is cut in silence. */
import type { Root, RootContent } from 'mdast';
import type { Locale } from '../port.ts';
import { words } from '../words/index.ts';
import { paragraph, root } from './build.ts';
import { pages } from './pages.ts';

export interface Fitted {
  readonly body: Root;
  /** How many parts are missing, one that was only begun among them: blocks, and items of lists. */
  readonly left: number;
}

/** Room is kept for the longest count. */
export const mostLeft = 9_999_999;

/** The tree with a last line that counts the parts that are missing, if any are. */
export const withCount = (tree: Root, left: number, locale: Locale): Root =>
  left > 0 ? root(...tree.children, paragraph(words[locale].fit.left(left))) : tree;

/** What is cut is cut into pieces of at most so many characters. */
const pieceSize = 400;

/**
 * As much of the beginning of a tree as `fits`, which says whether a platform would take a tree; where it takes one, it has
 * to take every beginning of it. A part is cut only where it is too long for a message of its own.
 */
export function fit(tree: Root, fits: (tree: Root) => boolean): Fitted {
  if (fits(tree)) return { body: tree, left: 0 };
  const total = tree.children.reduce((sum, block) => sum + partsIn(block), 0);
  const whole = most(total, (count) => fits(beginning(tree, count)));
  const begun = beginning(tree, whole);
  const next = partAt(tree, whole);
  const cut = next === null || fits(root(next)) ? [] : piecesThatFit(next, begun, fits);
  if (cut.length > 0) return { body: root(...begun.children, ...cut), left: total - whole };
  return withoutOrphans(begun, total - whole);
}

const partsIn = (block: RootContent): number => (block.type === 'list' ? block.children.length : 1);

/** The first `count` parts. */
function beginning({ children }: Root, count: number): Root {
  const taken: RootContent[] = [];
  let room = count;
  for (const block of children) {
    if (room <= 0) break;
    const isCut = block.type === 'list' && block.children.length > room;
    taken.push(isCut ? { ...block, children: block.children.slice(0, room) } : block);
    room -= partsIn(block);
  }
  return root(...taken);
}

/** The part with that number, counted from 0; an item stands in a list of its own. */
function partAt({ children }: Root, index: number): RootContent | null {
  let before = 0;
  for (const block of children) {
    const at = index - before;
    before += partsIn(block);
    if (before <= index) continue;
    if (block.type !== 'list') return block;
    const start = block.ordered ? (block.start ?? 1) + at : null;
    return { ...block, start, children: block.children.slice(at, at + 1) };
  }
  return null;
}

function piecesThatFit(
  part: RootContent,
  { children }: Root,
  fits: (tree: Root) => boolean,
): readonly RootContent[] {
  const pieces = pages(root(part), pieceSize).flatMap((page) => page.children);
  return pieces.slice(
    0,
    most(pieces.length, (count) => fits(root(...children, ...pieces.slice(0, count)))),
  );
}

/** A heading is never the last thing that is shown. */
function withoutOrphans({ children }: Root, left: number): Fitted {
  const last = children.findLastIndex(({ type }) => type !== 'heading');
  return { body: root(...children.slice(0, last + 1)), left: left + children.length - 1 - last };
}

/** The largest number up to `total` that is possible, found by halves; 0 always is. */
function most(total: number, isPossible: (count: number) => boolean): number {
  let [possible, impossible] = [0, total + 1];
  while (impossible - possible > 1) {
    const middle = Math.floor((possible + impossible) / 2);
    if (isPossible(middle)) possible = middle;
    else impossible = middle;
  }
  return possible;
}
