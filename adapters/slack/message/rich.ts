/** The parts of a rich text block → blocks of a tree. Slack's lists are flat and say how deep they stand: here they nest. */
import type { BlockContent, RootContent } from 'mdast';
import { item, paragraph, quote } from '../../../src/view/build.ts';
import { placed } from '../../../src/view/nesting.ts';
import type { OpenLists, Points } from '../../../src/view/nesting.ts';
import { blockLimits } from '../limits.ts';
import { codeText, paragraphsOf } from './inline.ts';
import type { Run } from './inline.ts';

/** What a section, a list, a quote or preformatted text may have; which of it, its `type` says. */
export interface RichPart {
  readonly type: string;
  readonly elements?: readonly (
    | Run
    | { readonly type: 'rich_text_section'; readonly elements: readonly Run[] }
  )[];
  readonly style?: 'bullet' | 'ordered';
  readonly indent?: number;
  readonly offset?: number;
  readonly border?: number;
  /** Of code, as its author chose it. */
  readonly language?: string;
}

export function flowOf(parts: readonly RichPart[]): RootContent[] {
  const flow: BlockContent[] = [];
  let open: OpenLists = [];
  let wasQuoted = false;
  for (const part of parts) {
    const isQuoted = part.type === 'rich_text_quote' || part.border === 1;
    if (isQuoted !== wasQuoted) open = [];
    wasQuoted = isQuoted;
    const target = isQuoted ? quoteAtEnd(flow) : flow;
    if (part.type === 'rich_text_list') open = placed(pointsOf(part), open, target);
    else {
      open = [];
      target.push(...blocksOf(part));
    }
  }
  return flow;
}

/** What a quote at the end holds: quotes that follow each other are one. */
function quoteAtEnd(flow: BlockContent[]): BlockContent[] {
  const last = flow.at(-1);
  if (last?.type === 'blockquote') return last.children as BlockContent[];
  const opened = quote();
  flow.push(opened);
  return opened.children as BlockContent[];
}

const runsOf = ({ elements = [] }: RichPart): readonly Run[] => elements as readonly Run[];

function blocksOf(part: RichPart): BlockContent[] {
  if (part.type !== 'rich_text_preformatted')
    return paragraphsOf(runsOf(part)).map((line) => paragraph(...line));
  const value = runsOf(part)
    .map((run) => ('text' in run ? (run.text ?? '') : 'url' in run ? run.url : ''))
    .join('');
  return [{ type: 'code', lang: part.language ?? null, value: codeText(value).replace(/\n$/, '') }];
}

const pointsOf = (part: RichPart): Points => ({
  indent: Math.max(0, Math.min(part.indent ?? 0, blockLimits.listIndent)),
  start: part.style === 'ordered' ? (part.offset ?? 0) + 1 : null,
  items: (part.elements ?? []).map((section) =>
    item(...paragraphsOf('elements' in section ? section.elements : []).map((line) => paragraph(...line))),
  ),
});
