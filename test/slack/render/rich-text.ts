/** What a reader sees of rich text, as lines. */
import type { RichText, RichTextPart, Run } from '../schema/rich-text.ts';
import type { Reader } from './date.ts';
import { renderDate } from './date.ts';

/** Who reads: names of people and channels by their ids, besides zone and language. */
export interface Eyes extends Reader {
  readonly nameOf: (id: string) => string;
}

const marks = [
  ['code', '`'],
  ['strike', '~'],
  ['italic', '_'],
  ['bold', '*'],
] as const;

type Of<T extends Run['type']> = Extract<Run, { type: T }>;

const words: { readonly [T in Run['type']]: (run: Of<T>, eyes: Eyes) => string } = {
  text: ({ text }) => text,
  link: ({ text, url }) => (text === undefined || text === url ? url : `${text} <${url}>`),
  broadcast: ({ range }) => `@${range}`,
  color: ({ value }) => value,
  channel: ({ channel_id }, eyes) => `#${eyes.nameOf(channel_id)}`,
  date: (run, eyes) => renderDate(run, eyes),
  emoji: ({ name }) => `:${name}:`,
  team: ({ team_id }) => team_id,
  user: ({ user_id }, eyes) => `@${eyes.nameOf(user_id)}`,
  usergroup: ({ usergroup_id }) => `@${usergroup_id}`,
};

function renderRun<T extends Run['type']>(run: Of<T>, eyes: Eyes): string {
  const word = (words[run.type] as (run: Of<T>, eyes: Eyes) => string)(run, eyes);
  return marks.reduce((inner, [name, mark]) => (run.style?.[name] ? `${mark}${inner}${mark}` : inner), word);
}

const renderRuns = (runs: readonly Run[], eyes: Eyes): string[] =>
  runs
    .map((run) => renderRun(run, eyes))
    .join('')
    .replace(/\n$/, '')
    .split('\n');

type List = Extract<RichTextPart, { type: 'rich_text_list' }>;

function renderList(list: List, eyes: Eyes): string[] {
  const indent = '  '.repeat(list.indent ?? 0);
  return list.elements.flatMap((item, index) => {
    const mark = list.style === 'ordered' ? `${index + 1 + (list.offset ?? 0)}.` : '•';
    const [first = '', ...more] = renderRuns(item.elements, eyes);
    return [`${indent}${mark} ${first}`, ...more.map((line) => `${indent}  ${line}`)];
  });
}

export const renderRichText = ({ elements }: RichText, eyes: Eyes): string[] =>
  elements.flatMap((part) => {
    if (part.type === 'rich_text_list') return renderList(part, eyes);
    const lines = renderRuns(part.elements, eyes);
    if (part.type === 'rich_text_quote') return lines.map((line) => `> ${line}`);
    if (part.type === 'rich_text_preformatted') return ['```', ...lines, '```'];
    return lines;
  });
