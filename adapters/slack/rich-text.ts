/** The parts of a rich text block, their runs, and how neighbours of one kind become one: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import type { types } from '@slack/bolt';

/** `offset`: how many numbers of an ordered list came before. The library does not know it yet. */
export type RichTextList = types.RichTextList & { readonly offset?: number };

/** A run of text, or what stands among such. */
export type Run = types.RichTextElement;

export type RichText =
  | types.RichTextSection
  | types.RichTextQuote
  | types.RichTextPreformatted
  | RichTextList;

/** Paragraphs that follow each other share a section, as the composer writes them, and points that go on share a list. */
export function merged(parts: readonly RichText[]): readonly RichText[] {
  const result: RichText[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const both = last === undefined ? null : together(last, part);
    if (both === null) result.push(part);
    else result[result.length - 1] = both;
  }
  return result;
}

/** Slack puts no space between sections. */
const parted = (one: readonly Run[], other: readonly Run[]): Run[] => [
  ...joined([...one, { type: 'text', text: '\n\n' }, ...other]),
];

function together(one: RichText, other: RichText): RichText | null {
  if (one.type === 'rich_text_section' && other.type === 'rich_text_section')
    return { ...one, elements: parted(one.elements, other.elements) };
  if (one.type === 'rich_text_quote' && other.type === 'rich_text_quote')
    return { ...one, elements: parted(one.elements, other.elements) };
  if (one.type === 'rich_text_list' && other.type === 'rich_text_list' && goesOn(one, other))
    return { ...one, elements: [...one.elements, ...other.elements] };
  return null;
}

function goesOn(one: RichTextList, other: RichTextList): boolean {
  const isAlike = one.style === other.style && one.indent === other.indent && one.border === other.border;
  return isAlike && (one.style === 'bullet' || (one.offset ?? 0) + one.elements.length === other.offset);
}

const keyOf = ({ style = {} }: Run): string => Object.keys(style).toSorted().join(' ');

/** Neighbours of one style are one run; none is empty. */
export function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.type === 'text' && run.text === '') continue;
    if (run.type === 'text' && last?.type === 'text' && keyOf(run) === keyOf(last))
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
