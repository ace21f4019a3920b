/** Text as a chat has it → lines and paragraphs of a tree. */
import type { PhrasingContent } from 'mdast';
import { text } from './build.ts';
import { plainly } from './safe.ts';
import { isBlank, nested, trimmed } from './style.ts';
import type { Piece } from './style.ts';

/** Text in lines. White space at the ends is a text of its own, so that no style begins or ends with it. */
export const linesOf = (value: string): readonly PhrasingContent[] =>
  plainly(value)
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => {
      const begin = line.length - line.trimStart().length;
      const end = Math.max(begin, line.trimEnd().length);
      const parts = [line.slice(0, begin), line.slice(begin, end), line.slice(end)];
      const texts = parts.filter((part) => part !== '').map(text);
      return index === 0 ? texts : [{ type: 'break' }, ...texts];
    });

/** An empty line ends a paragraph, any other line end is a break. */
export function paragraphs(pieces: readonly Piece[]): readonly PhrasingContent[][] {
  const result: Piece[][] = [[]];
  for (const piece of pieces) {
    const line = result.at(-1) ?? [];
    const isEmptyLine = piece.node.type === 'break' && line.findLast(isNoSpace)?.node.type === 'break';
    if (isEmptyLine) result.push([]);
    else line.push(piece);
  }
  return result.map((line) => nested(trimmed(line))).filter(({ length }) => length > 0);
}

const isNoSpace = (piece: Piece): boolean => piece.node.type === 'break' || !isBlank(piece);
