/**
 * A tree that says the same in fewer blocks: lists as lines with a sign before them, headings as bold lines. Each point of
 * a list costs Slack's budget six times its words; an outline of a talk would not fit otherwise.
 */
import type { Blockquote, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { paragraph, strong, text } from '../../../src/view/build.ts';
import { boxOf } from '../../../src/view/point.ts';

export const dense = ({ children, ...tree }: Root): Root => ({ ...tree, children: denseBlocks(children) });

const denseBlocks = (blocks: readonly RootContent[]): RootContent[] =>
  blocks.flatMap((block): RootContent[] => {
    if (block.type === 'heading') return [paragraph(strong(...block.children))];
    if (block.type === 'list') return joined(partsOf(block, 0));
    if (block.type !== 'blockquote') return [block];
    return [{ ...block, children: denseBlocks(block.children) as Blockquote['children'] }];
  });

/** A line of a list, or what is no line. */
type Part = { readonly line: readonly PhrasingContent[] } | { readonly block: RootContent };

const bulletSigns = ['•', '◦', '▪'];

const levelSpace = '\u2003';

const partsOf = (list: List, level: number): readonly Part[] =>
  list.children.flatMap((item, index) => {
    const bullet = bulletSigns[level % bulletSigns.length] ?? '';
    const sign = list.ordered ? `${(list.start ?? 1) + index}.` : bullet;
    return pointParts(item, { sign: `${sign} ${boxOf(item)}`, level });
  });

/** The first line has the sign; others stand below its words. */
function pointParts(
  { children }: ListItem,
  { sign, level }: { readonly sign: string; readonly level: number },
): readonly Part[] {
  const [first] = children;
  const space = levelSpace.repeat(level);
  const parts = children.flatMap((child, index): readonly Part[] => {
    if (child.type === 'list') return partsOf(child, level + 1);
    if (child.type !== 'paragraph') return denseBlocks([child]).map((block) => ({ block }));
    return [{ line: [text(space + (index === 0 ? sign : levelSpace)), ...child.children] }];
  });
  return first?.type === 'paragraph' ? parts : [{ line: [text(space + sign)] }, ...parts];
}

/** Lines that follow each other are one paragraph. */
function joined(parts: readonly Part[]): RootContent[] {
  const blocks: RootContent[] = [];
  let lines: PhrasingContent[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push(paragraph(...lines));
    lines = [];
  };
  for (const part of parts) {
    if ('line' in part) lines.push(...(lines.length > 0 ? [{ type: 'break' } as const] : []), ...part.line);
    else {
      close();
      blocks.push(part.block);
    }
  }
  close();
  return blocks;
}
