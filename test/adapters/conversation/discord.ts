/** What people type into Discord to say it: Discord's Markdown. https://support.discord.com/hc/en-us/articles/210298617 */
import type { Block, Part, Points, Saying } from './said.ts';

type Marked = Exclude<Part, string>;
type Kind = Marked['is'];
type Of<T extends Kind> = Marked & { readonly is: T };
type Styled = Of<'bold' | 'italic' | 'strike' | 'underline'>;

const between =
  (mark: string) =>
  ({ said }: Styled): string =>
    `${mark}${typed(said)}${mark}`;

const writers: { readonly [T in Kind]: (part: Of<T>) => string } = {
  bold: between('**'),
  italic: between('*'),
  strike: between('~~'),
  underline: between('__'),
  literal: ({ text }) => text.replace(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`),
  code: ({ text }) => (text.includes('`') ? `\`\`${text}\`\`` : `\`${text}\``),
  link: ({ url, text }) => (text === null ? url : `[${text}](${url})`),
  person: ({ name }) => `@${name}`,
  channel: ({ name }) => `#${name}`,
  group: ({ name }) => `@${name}`,
  emoji: ({ character }) => character,
  'own-emoji': ({ name }) => `<:${name}:5>`,
  instant: ({ at }) => `<t:${at}:F>`,
};

const typed = (said: Saying): string =>
  said
    .map((part) => (typeof part === 'string' ? part : (writers[part.is] as (part: Marked) => string)(part)))
    .join('');

const linesOf = ({ isOrdered, points }: Points): string[] =>
  points.flatMap(({ said, below }, index) => {
    const [first = '', ...rest] = typed(said).split('\n');
    const deeper = [...rest, ...(below === null ? [] : linesOf(below))];
    return [`${isOrdered ? `${index + 1}.` : '-'} ${first}`, ...deeper.map((line) => `  ${line}`)];
  });

const lines = (block: Block): string => {
  if (block.is === 'points') return linesOf(block).join('\n');
  if (block.is === 'quote') return markdown(block.blocks).replace(/^/gm, '> ');
  return block.is === 'fence' ? `\`\`\`${block.language}\n${block.code}\n\`\`\`` : typed(block.said);
};

/** An empty line stands between paragraphs alone. */
export const markdown = (blocks: readonly Block[]): string =>
  blocks
    .map((block, index) => {
      const isNext = block.is === 'text' && blocks[index - 1]?.is === 'text';
      return `${index === 0 ? '' : isNext ? '\n\n' : '\n'}${lines(block)}`;
    })
    .join('');
