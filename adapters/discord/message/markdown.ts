/**
 * Discord's Markdown → blocks of a tree: code in fences, quotes, headings, small print, lists, and paragraphs.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { heading, item, paragraph, quote } from '../../../src/view/build.ts';
import { paragraphs } from '../../../src/view/lines.ts';
import { placed } from '../../../src/view/nesting.ts';
import type { OpenLists, Points } from '../../../src/view/nesting.ts';
import { plainly } from '../../../src/view/safe.ts';
import { nested, trimmed } from '../../../src/view/style.ts';
import type { Known } from './entity.ts';
import { piecesOf } from './inline.ts';

const fence = /```(?:(?<lang>[\w+\-.#]+)\n)?\n*(?<code>[^\n][^]*?)\n*```/;

/** A quote does not stand in another. */
const inQuote = new RegExp(fence, 'g');
const onTop = new RegExp(
  [fence, /^ *>>> (?<rest>[^]+)/, /(?<lines>^ *> [^\n]*(?:\n *>(?: [^\n]*|$))*)/]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

export const flowOf = (source: string, known: Known): RootContent[] =>
  flow(source.replaceAll('\r', ''), onTop, known);

function flow(source: string, grammar: RegExp, known: Known): BlockContent[] {
  const blocks: BlockContent[] = [];
  let rest = 0;
  for (const { 0: found, index, groups = {} } of source.matchAll(grammar)) {
    const { code, lang, lines = '' } = groups;
    const quoted = groups['rest'] ?? lines.replace(/^ *> ?/gm, '');
    blocks.push(...textBlocks(source.slice(rest, index), known));
    if (code === undefined) blocks.push(quote(...flow(quoted, inQuote, known)));
    else blocks.push({ type: 'code', lang: lang ?? null, value: plainly(code) });
    rest = index + found.length;
  }
  return [...blocks, ...textBlocks(source.slice(rest), known)];
}

/** What a line is, by how it begins. */
const title = /^ *(?<signs>#{1,3}) +(?<said>[^#\s].*)$/;
const small = /^ *-# +(?<said>\S.*)$/;
const point = /^(?<space> *)(?:[-*]|(?<number>\d{1,9})\.) +(?<said>\S.*)$/;

const kinds = [
  ['title', title],
  ['small', small],
  ['point', point],
] as const;

interface Group {
  readonly kind: (typeof kinds)[number][0] | 'text';
  readonly texts: string[];
  readonly begun: Readonly<Record<string, string | undefined>>;
}

function groupOf(line: string): Group {
  for (const [kind, sign] of kinds) {
    const { groups } = sign.exec(line) ?? {};
    if (groups !== undefined) return { kind, texts: [groups['said'] ?? ''], begun: groups };
  }
  return { kind: 'text', texts: [line], begun: {} };
}

/** Lines that go on: paragraphs, and what is indented below a point. */
function groupsOf(source: string): readonly Group[] {
  const groups: Group[] = [];
  for (const line of source.split('\n')) {
    const group = groupOf(line);
    const last = groups.at(-1);
    const isBelow = last?.kind === 'point' && /^ {2,}\S/.test(line);
    const goesOn = group.kind === 'text' && (last?.kind === 'text' || isBelow);
    if (goesOn) last?.texts.push(isBelow ? line.trimStart() : line);
    else if (group.kind !== 'text' || line.trim() !== '' || last?.kind !== 'point') groups.push(group);
  }
  return groups;
}

function textBlocks(source: string, known: Known): BlockContent[] {
  const blocks: BlockContent[] = [];
  let open: OpenLists = [];
  for (const { kind, texts, begun } of groupsOf(source)) {
    const pieces = piecesOf(texts.join('\n'), known);
    if (kind === 'point') open = placed(pointOf(begun, paragraphs(pieces)), open, blocks);
    else {
      open = [];
      if (kind === 'title') blocks.push(heading(depthOf(begun), ...nested(trimmed(pieces))));
      else blocks.push(...paragraphs(pieces).map((line) => paragraph(...line)));
    }
  }
  return blocks;
}

const depthOf = ({ signs = '' }: Group['begun']): 1 | 2 | 3 => signs.length as 1 | 2 | 3;

/** Spaces that stand for one level of a list. */
const levelWidth = 2;

const pointOf = ({ space = '', number }: Group['begun'], lines: readonly PhrasingContent[][]): Points => ({
  indent: Math.floor(space.length / levelWidth),
  start: number === undefined ? null : Number(number),
  items: [item(...lines.map((line) => paragraph(...line)))],
});
