/** Long texts in pieces: for twice the text a parser of Markdown takes more than twice the time. */
import type { RootContent } from 'mdast';
import { codeLines } from './code-lines.ts';

/** Longer pieces are cut at the next block or list item. */
const MAX_PIECE = 1000;
/** And even longer ones before any line that is not indented. */
const MAX_UNCUT = 4 * MAX_PIECE;

const ITEM = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;

/** The 0-based lines on which pieces start: outside of code, and never inside a list item. Linear. */
export function cutsOf(lines: readonly string[]): readonly number[] {
  if (lines.reduce((sum, line) => sum + line.length + 1, 0) <= MAX_PIECE) return [0];
  const code = codeLines(lines);
  const cuts = [0];
  let [length, marker] = [0, ''];
  for (const [index, line] of lines.entries()) {
    const isAfterBlank = (lines[index - 1] ?? '').trim() === '';
    const own = ITEM.exec(line)?.[0].at(-1) ?? '';
    const isCuttable = own === marker ? own !== '' || isAfterBlank : isAfterBlank && own === '';
    if (length > (isCuttable ? MAX_PIECE : MAX_UNCUT) && /^\S/.test(line) && !code[index]) {
      cuts.push(index);
      length = 0;
    }
    length += line.length + 1;
    if (own !== '' || (isAfterBlank && /^\S/.test(line))) marker = own;
  }
  return cuts;
}

/** The trees of the pieces as one. A list that was cut before an item is whole again. */
export function joined(trees: readonly (readonly RootContent[])[]): readonly RootContent[] {
  const all: RootContent[] = [];
  for (const tree of trees) {
    const [last, first] = [all.at(-1), tree[0]];
    const isCut = last?.type === 'list' && first?.type === 'list' && last.ordered === first.ordered;
    if (isCut) last.children.push(...first.children);
    all.push(...tree.slice(isCut ? 1 : 0));
  }
  return all;
}
