/** Nodes of a line → their marks: `**bold**`, `[words](address)`, `<t:0:F>`. */
import type { Nodes, PhrasingContent } from 'mdast';
import type { Locale } from '../../../src/port.ts';
import { text } from '../../../src/view/build.ts';
import type { Mention, Time } from '../../../src/view/node.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import { placeTimeText } from '../../../src/view/text.ts';
import { codeSpan, escaped, escapedLabel, escapedUrl, gap } from '../escape.ts';

interface Context {
  readonly locale: Locale;
  /** The words of a link take no backslash, no instant and no mention. */
  readonly isLabel: boolean;
}

/** All of it in a row. */
export const marked = (nodes: readonly PhrasingContent[], locale: Locale): string =>
  row(nodes, { locale, isLabel: false });

const row = (nodes: readonly PhrasingContent[], context: Context): string =>
  apart(nodes.map((node) => write(node, context)));

/** Marks of two styles that touch would be read as others. */
const apart = (parts: readonly string[]): string =>
  parts.reduce((before, part) => before + (touch(before, part) ? gap : '') + part, '');

const touch = (before: string, after: string): boolean =>
  /[*~`]$/.test(before) && before.at(-1) === after.at(0);

/** White space at the edge of a style would keep it from being one: it stands outside. */
const inMarks =
  (mark: string) =>
  ({ children }: { readonly children: readonly PhrasingContent[] }, context: Context): string => {
    const inside = row(children, context);
    const said = inside.trim();
    const [before = '', after = ''] = said === '' ? [inside] : inside.split(said);
    return before + (said === '' ? '' : apart([mark, said, mark])) + after;
  };

/** Styles of Discord's own timestamps: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const formats: Readonly<Record<Time['style'], string>> = { day: 'D', moment: 'F', clock: 't' };

/** A whole day is the same everywhere: text. */
function time(node: Time, context: Context): string {
  const seconds = Math.floor(Date.parse(node.value) / 1000);
  if (node.value.length === 10 || context.isLabel || Number.isNaN(seconds))
    return write(text(placeTimeText(node, context.locale)), context);
  return `<t:${seconds}:${formats[node.style]}>`;
}

const mentionSigns: Readonly<Record<Mention['of'], string>> = { person: '@', role: '@&', channel: '#' };

/** What a snowflake looks like: https://discord.com/developers/docs/reference#snowflakes */
const snowflake = /^\d{1,20}$/;

/** Can it notify anyone? */
export const canNotify = ({ id }: Mention): boolean => snowflake.test(id);

const mention = (node: Mention, context: Context): string =>
  context.isLabel || !canNotify(node)
    ? write(text(`@${node.name}`), context)
    : `<${mentionSigns[node.of]}${node.id}>`;

/** An emoji among the words of a link would break it: https://github.com/discord/discord-api-docs/issues/7673 */
const emoji = /\p{RGI_Emoji}|\p{Extended_Pictographic}/gv;

/** Where the words are the address itself, or nothing, it stands alone: in brackets, so that it gets no preview. */
function link(
  { url, children }: { readonly url: string; readonly children: readonly PhrasingContent[] },
  { locale }: Context,
): string {
  const said = row(children, { locale, isLabel: true });
  const pictures = (said.match(emoji) ?? []).map((each) => ` ${each}`).join('');
  const label = said.replace(emoji, '').trim();
  const [only] = children;
  const isAddress = children.length === 1 && only?.type === 'text' && safeUrl(only.value) === url;
  const address = escapedUrl(url);
  return label === '' || isAddress ? `<${address}>${pictures}` : `[${label}](${address})${pictures}`;
}

type Writer<N extends Nodes = never> = (node: N, context: Context) => string;

const writers: { readonly [Type in Nodes['type']]?: Writer<Extract<Nodes, { type: Type }>> } = {
  text: ({ value }, { isLabel }) => (isLabel ? escapedLabel(value) : escaped(value)),
  strong: inMarks('**'),
  emphasis: inMarks('*'),
  delete: inMarks('~~'),
  inlineCode: ({ value }, { isLabel }) => codeSpan(isLabel ? value.replace(/[[\]]/g, escapedLabel) : value),
  break: (_node, { isLabel }) => (isLabel ? ' ' : '\n'),
  link,
  time,
  mention,
};

const write = (node: PhrasingContent, context: Context): string =>
  (writers[node.type] as Writer<Nodes> | undefined)?.(node, context) ?? '';
