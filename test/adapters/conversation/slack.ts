/** What Slack's composer makes of what is said: rich text. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import type { RichText, RichTextPart, Run } from '../../slack/schema/rich-text.ts';
import type { Block, Part, Points, Saying } from './said.ts';

type Style = NonNullable<Run['style']>;
type Marked = Exclude<Part, string>;
type Kind = Marked['is'];
type Of<T extends Kind> = Marked & { readonly is: T };
type Styled = Of<'bold' | 'italic' | 'strike' | 'underline'>;

const plain = (text: string, style: Style): Run => ({ type: 'text', text, style });

const styled = ({ is, said }: Styled, style: Style): Run[] => runsOf(said, { ...style, [is]: true });

const writers: { readonly [T in Kind]: (part: Of<T>, style: Style) => Run[] } = {
  bold: styled,
  italic: styled,
  strike: styled,
  underline: styled,
  literal: ({ text }, style) => [plain(text, style)],
  code: ({ text }, style) => [plain(text, { ...style, code: true })],
  link: ({ url, text }, style) => [{ type: 'link', url, ...(text === null ? {} : { text }), style }],
  person: ({ name }, style) => [{ type: 'user', user_id: `U${name.toUpperCase()}`, style }],
  channel: ({ name }, style) => [{ type: 'channel', channel_id: `C${name.toUpperCase()}`, style }],
  group: ({ name }, style) => [{ type: 'usergroup', usergroup_id: `S${name.toUpperCase()}`, style }],
  emoji: ({ name, tone }, style) => [
    { type: 'emoji', name, ...(tone === null ? {} : { skin_tone: tone }), style },
  ],
  'own-emoji': ({ name }, style) => [{ type: 'emoji', name, style }],
  instant: ({ at }) => [{ type: 'date', timestamp: at, format: '{date_long} {time}', fallback: String(at) }],
};

const runsOf = (said: Saying, style: Style = {}): Run[] =>
  said.flatMap((part) =>
    typeof part === 'string'
      ? [plain(part, style)]
      : (writers[part.is] as (part: Marked, style: Style) => Run[])(part, style),
  );

/** Lists are flat and say how deep they stand; one that goes on says how many of its points came before. */
function listsOf({ isOrdered, points }: Points, indent: number, border: 0 | 1): RichTextPart[] {
  const style = isOrdered ? 'ordered' : 'bullet';
  return points.flatMap(({ said, below }, offset): RichTextPart[] => [
    {
      type: 'rich_text_list',
      style,
      indent,
      border,
      ...(isOrdered && offset > 0 ? { offset } : {}),
      elements: [{ type: 'rich_text_section', elements: runsOf(said) }],
    },
    ...(below === null ? [] : listsOf(below, indent + 1, border)),
  ]);
}

/** Paragraphs that follow each other share a section, with an empty line between them. */
function sectionsOf(blocks: readonly Block[], border: 0 | 1): RichTextPart[] {
  const type = border === 1 ? 'rich_text_quote' : 'rich_text_section';
  const parts: RichTextPart[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = parts.at(-1);
    const goesOn = block.is === 'text' && blocks[index - 1]?.is === 'text' && last?.type === type;
    if (goesOn) last.elements.push(plain('\n\n', {}), ...runsOf(block.said));
    else parts.push(...partsOf(block, border));
  }
  return parts;
}

/** Code has no language: the composer asks for none. */
function partsOf(block: Block, border: 0 | 1): RichTextPart[] {
  if (block.is === 'points') return listsOf(block, 0, border);
  if (block.is === 'quote') return sectionsOf(block.blocks, 1);
  if (block.is === 'fence')
    return [{ type: 'rich_text_preformatted', border, elements: [{ type: 'text', text: block.code }] }];
  const elements = runsOf(block.said);
  return [border === 1 ? { type: 'rich_text_quote', elements } : { type: 'rich_text_section', elements }];
}

export const richText = (blocks: readonly Block[]): RichText[] => [
  { type: 'rich_text', elements: sectionsOf(blocks, 0) },
];
