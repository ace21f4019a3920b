/** Block Kit as other apps send it → blocks of a tree: the words of it. What one presses or fills in is left out. */
import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { heading, paragraph } from '../../../src/view/build.ts';
import { withEmoji } from '../../../src/view/emoji.ts';
import { linkOrText } from '../../../src/view/link.ts';
import { plainly } from '../../../src/view/safe.ts';
import { inlineOf } from './inline.ts';
import { flowOfMarkdown } from './markdown.ts';
import { flowOf } from './rich.ts';
import type { RichPart } from './rich.ts';
import { richTextOf } from './mrkdwn.ts';

interface TextObject {
  readonly type?: string;
  readonly text?: string;
  readonly emoji?: boolean;
}

/** A cell of a table: raw text, or rich text. */
interface Cell extends TextObject {
  readonly elements?: readonly RichPart[];
}

/** Any block: what it has of these, its `type` says. */
export interface Block {
  readonly type: string;
  readonly text?: TextObject | string;
  readonly title?: TextObject | string;
  readonly subtitle?: TextObject | string;
  readonly body?: TextObject | string;
  readonly fields?: readonly TextObject[];
  readonly elements?: readonly (RichPart | (Picture & TextObject))[];
  readonly accessory?: Picture & { readonly type?: string };
  readonly rows?: readonly (readonly Cell[])[];
  readonly video_url?: string;
  readonly title_url?: string;
  readonly image_url?: string;
  readonly alt_text?: string;
}

interface Picture {
  readonly image_url?: string;
  readonly alt_text?: string;
}

export const flowOfBlocks = (blocks: readonly Block[]): readonly RootContent[] =>
  blocks.flatMap((block) => (handlers.get(block.type) ?? spoken)(block));

/** Text in Slack's own markup, or plain, in which emoji are named. */
function flowOfText(said: TextObject | string | undefined): readonly RootContent[] {
  if (said === undefined) return [];
  const value = plain(said);
  if (typeof said === 'object' && said.type === 'mrkdwn') return flowOf(richTextOf(value));
  return flowOf([{ type: 'rich_text_section', elements: [{ type: 'text', text: value }] }]);
}

function plain(said: TextObject | string): string {
  if (typeof said === 'string') return said;
  const value = said.text ?? '';
  return said.type === 'plain_text' && said.emoji !== false ? withEmoji(value) : value;
}

function picture({ image_url: url, alt_text: alt = '' }: Picture): readonly RootContent[] {
  return url === undefined && alt === '' ? [] : [paragraph(linkOrText(url, alt))];
}

/** Any block that says something: also those that this program does not know yet. */
const spoken = ({ title, subtitle, text: said, body }: Block): readonly RootContent[] =>
  [title, subtitle, said, body].flatMap(flowOfText);

const cell = ({ type, elements = [], text: said = '' }: Cell): TableCell => ({
  type: 'tableCell',
  children:
    type === 'rich_text'
      ? elements.flatMap((part) =>
          inlineOf((part.elements ?? []).filter((run) => run.type !== 'rich_text_section')),
        )
      : inlineOf([{ type: 'text', text: said }]),
});

const tableOf = (rows: readonly (readonly Cell[])[]): Table => ({
  type: 'table',
  children: rows.map((cells): TableRow => ({ type: 'tableRow', children: cells.map(cell) })),
});

type Handler = (block: Block) => readonly RootContent[];

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries<Handler>({
    rich_text: ({ elements = [] }) => flowOf(elements as readonly RichPart[]),
    section: ({ text: said, fields = [], accessory = {} }) => [
      ...flowOfText(said),
      ...fields.flatMap(flowOfText),
      ...(accessory.type === 'image' ? picture(accessory) : []),
    ],
    header: ({ text: said = '' }) => [heading(2, plainly(plain(said)).replaceAll(/\s+/g, ' ').trim())],
    context: ({ elements = [] }) =>
      (elements as readonly (Picture & TextObject)[]).flatMap((part) =>
        part.text === undefined ? picture(part) : flowOfText(part),
      ),
    divider: () => [{ type: 'thematicBreak' }],
    image: ({ title, ...rest }) => [...flowOfText(title), ...picture(rest)],
    markdown: ({ text: said = '' }) => flowOfMarkdown(plain(said)),
    table: ({ rows = [] }) => (rows.length === 0 ? [] : [tableOf(rows)]),
    data_table: ({ rows = [] }) => (rows.length === 0 ? [] : [tableOf(rows)]),
    video: ({ title = '', title_url: page, video_url: video }) => [
      paragraph(linkOrText(page ?? video, plain(title))),
    ],
  }),
);
