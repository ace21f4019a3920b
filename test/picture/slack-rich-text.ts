/** Rich text of Slack's as elements, in the reader's language and zone. */
import type { Element } from 'hast';
import { renderDate } from '../slack/render/date.ts';
import type { Eyes } from '../slack/render/rich-text.ts';
import type { RichText, RichTextPart, Run } from '../slack/schema/rich-text.ts';
import { element } from './element.ts';
import type { Part } from './element.ts';

type Of<T extends Run['type']> = Extract<Run, { type: T }>;

/** What the bot sends, and what people write in a scene. */
const runs: { readonly [T in Run['type']]?: (run: Of<T>, eyes: Eyes) => Part } = {
  text: ({ text }) => text,
  link: ({ text, url }) => element('a', text ?? url),
  date: (run, eyes) => element('span.date', renderDate(run, eyes)),
  user: ({ user_id: id }, eyes) => element('span.mention', `@${eyes.nameOf(id)}`),
};

const marks = [
  ['code', 'code'],
  ['strike', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

/** Throws for a run that nobody has drawn yet: a picture leaves nothing out. */
function drawRun(run: Run, eyes: Eyes): Part {
  const draw = runs[run.type] as ((run: Run, eyes: Eyes) => Part) | undefined;
  if (draw === undefined) throw new Error(`${run.type} can not be drawn yet`);
  return marks.reduce<Part>(
    (inner, [style, tag]) => (run.style?.[style] ? element(tag, inner) : inner),
    draw(run, eyes),
  );
}

const drawRuns = (all: readonly Run[], eyes: Eyes): Part[] => all.map((run) => drawRun(run, eyes));

type List = Extract<RichTextPart, { type: 'rich_text_list' }>;

function drawList({ style, elements, indent = 0, offset = 0 }: List, eyes: Eyes): Element {
  const items = elements.map((item) => element('li', ...drawRuns(item.elements, eyes)));
  const list = element(style === 'ordered' ? 'ol' : 'ul', ...items);
  return { ...list, properties: { start: offset + 1, style: `margin-left: ${indent * 1.5}em` } };
}

const tags = {
  rich_text_section: 'p',
  rich_text_quote: 'blockquote',
  rich_text_preformatted: 'pre',
} as const;

export const drawRichText = ({ elements }: RichText, eyes: Eyes): Element[] =>
  elements.map((part) =>
    part.type === 'rich_text_list'
      ? drawList(part, eyes)
      : element(tags[part.type], ...drawRuns(part.elements, eyes)),
  );
