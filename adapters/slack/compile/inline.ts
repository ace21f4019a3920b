/** What stands in a line → runs of rich text: styles are flags on each run, so that no sign in a text can be taken for markup. */
import type { types } from '@slack/bolt';
import type { Nodes, Parents } from 'mdast';
import type { Locale } from '../../../src/port.ts';
import { signOf } from '../../../src/view/footnote.ts';
import type { Mention, Time } from '../../../src/view/node.ts';
import { otherHost, plainly, safeUrl } from '../../../src/view/safe.ts';
import { placeTimeText } from '../../../src/view/text.ts';
import { words } from '../../../src/words/index.ts';
import { blockLimits } from '../limits.ts';
import { joined } from '../rich-text.ts';
import type { Run } from '../rich-text.ts';

type Style = NonNullable<types.RichTextText['style']>;

/** For whom a tree is compiled. Slack itself shows every instant in the zone of who looks at it. */
export interface Reader {
  readonly locale: Locale;
}

interface Context extends Reader {
  readonly style: Style;
}

/** Runs of the children, neighbours of one style as one run, none of them empty. */
export const runsOf = (parent: Parents, reader: Reader, style: Style = {}): readonly Run[] =>
  joined(inline(parent, { ...reader, style }));

/** Text alone, as one run. */
export const textRun = (value: string, style: Style = {}): types.RichTextText => ({
  type: 'text',
  text: plainly(value).toWellFormed(),
  ...styled(style),
});

const styled = (style: Style): { readonly style?: Style } =>
  Object.keys(style).length === 0 ? {} : { style };

const inline = (parent: Parents, context: Context): readonly Run[] =>
  parent.children.flatMap((child) => write(child, context));

const text = (value: string, { style }: Context): readonly Run[] => [textRun(value, style)];

const inStyle =
  (style: Style) =>
  (node: Parents, context: Context): readonly Run[] =>
    inline(node, { ...context, style: { ...context.style, ...style } });

/** Tokens that Slack puts into the language and the zone of who reads: https://docs.slack.dev/messaging/formatting-message-text */
const formats: Readonly<Record<Time['style'], string>> = {
  day: '{date_long}',
  moment: '{date_long} {time}',
  clock: '{time}',
};

/** A whole day is the same everywhere: text. */
function time(node: Time, context: Context): readonly Run[] {
  const fallback = placeTimeText(node, context.locale);
  if (node.value.length === 10) return text(fallback, context);
  const timestamp = Math.floor(Date.parse(node.value) / 1000);
  return [{ type: 'date', timestamp, format: formats[node.style], fallback, ...styled(context.style) }];
}

const mentions: { readonly [Of in Mention['of']]: (id: string) => Run } = {
  person: (id) => ({ type: 'user', user_id: id }),
  role: (id) => ({ type: 'usergroup', usergroup_id: id }),
  channel: (id) => ({ type: 'channel', channel_id: id }),
};

/** Runs that lead to an address; what is no address of the web stays text. A name of another host is corrected. */
function linked(url: string, runs: readonly Run[], { style }: Context): readonly Run[] {
  const safe = safeUrl(url);
  if (safe === null || safe.length > blockLimits.url) return runs;
  if (runs.every(isBlank)) return [{ type: 'link', url: safe, text: safe, ...styled(style) }];
  const host = otherHost(runs.map(labelOf).join(''), safe);
  return [...runs.map((run) => leading(run, safe)), ...(host === null ? [] : [textRun(` (${host})`, style)])];
}

const labelOf = (run: Run): string => ('text' in run ? (run.text ?? '') : '');

const isBlank = (run: Run): boolean => run.type === 'text' && run.text.trim() === '';

function leading(run: Run, url: string): Run {
  if (run.type === 'date') return { ...run, url };
  return run.type === 'text' && run.text !== '' ? { ...run, type: 'link', url } : run;
}

type Handler<N extends Nodes = never> = (node: N, context: Context) => readonly Run[];

const nothing = (): readonly Run[] => [];

/** A line break of the source is a space. Raw HTML is for browsers: here it would be noise. */
const handlers: { readonly [Type in Nodes['type']]?: Handler<Extract<Nodes, { type: Type }>> } = {
  text: ({ value }, context) => text(value.replaceAll('\n', ' '), context),
  html: nothing,
  strong: inStyle({ bold: true }),
  emphasis: inStyle({ italic: true }),
  delete: inStyle({ strike: true }),
  inlineCode: ({ value }, context) => [textRun(value, { ...context.style, code: true })],
  break: (_node, context) => text('\n', context),
  link: (node, context) => linked(node.url, joined(inline(node, context)), context),
  image: ({ url, alt }, context) =>
    linked(url, text(alt || words[context.locale].web.picture, context), context),
  imageReference: ({ alt }, context) => text(alt ?? '', context),
  footnoteReference: (node, context) => text(signOf(node), context),
  time,
  mention: ({ of, id }, { style }) => [{ ...mentions[of](id), ...styled(style) }],
  definition: nothing,
  yaml: nothing,
};

/** Other parents are no more than what they hold. */
function write(node: Nodes, context: Context): readonly Run[] {
  const handler = handlers[node.type] as Handler<Nodes> | undefined;
  if (handler !== undefined) return handler(node, context);
  return 'children' in node ? inline(node, context) : nothing();
}
