/** What stands in a line → Discord's Markdown, in which no sign of a text means anything. */
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import type { Locale } from '../../../src/port.ts';
import { code, link } from '../../../src/view/build.ts';
import { signOf } from '../../../src/view/footnote.ts';
import { linesOf } from '../../../src/view/lines.ts';
import { otherHost, plainly, safeUrl } from '../../../src/view/safe.ts';
import { nested, trimmed, unlinked } from '../../../src/view/style.ts';
import type { Piece } from '../../../src/view/style.ts';
import { words } from '../../../src/words/index.ts';
import { linkUrl } from '../limits.ts';
import { marked } from './mark.ts';

/** For whom a tree is compiled. Discord itself shows every instant in the zone of who looks at it. */
export interface Reader {
  readonly locale: Locale;
}

interface Context extends Reader {
  readonly style: Piece['style'];
}

const plain: Piece['style'] = { strong: false, emphasis: false, delete: false };

/** The children as lines of Markdown, '' where they say nothing. `style`: all of them have it besides their own. */
export function lineOf(parent: Parents, { locale }: Reader, style: Partial<Piece['style']> = {}): string {
  const pieces = inline(parent, { locale, style: { ...plain, ...style } });
  return marked(nested(trimmed(pieces)), locale);
}

const inline = (parent: Parents, context: Context): readonly Piece[] =>
  parent.children.flatMap((child) => write(child, context));

/** Stars within emphasis would end it, escaped or not; signs of any style in code would end that style. */
const endsStyle: { readonly [Type in Nodes['type']]?: readonly [RegExp, Partial<Piece['style']>] } = {
  text: [/\*/, { emphasis: false }],
  inlineCode: [/[*~]/, plain],
};

function piece(node: PhrasingContent, { style }: Pick<Context, 'style'>): Piece {
  const [signs, without] = endsStyle[node.type] ?? [];
  const isEnd = signs !== undefined && 'value' in node && signs.test(node.value);
  return { node, style: isEnd ? { ...style, ...without } : style };
}

/** A line break of the source is a space. */
const spoken = (value: string, context: Pick<Context, 'style'>): readonly Piece[] =>
  linesOf(value.toWellFormed().replaceAll('\n', ' ')).map((node) => piece(node, context));

const inStyle =
  (style: Partial<Piece['style']>) =>
  (node: Parents, context: Context): readonly Piece[] =>
    inline(node, { ...context, style: { ...context.style, ...style } });

/** Words that lead to an address; what is no address of the web stays text. A name of another host is corrected. */
function linked(url: string, said: readonly Piece[], context: Context): readonly Piece[] {
  const safe = safeUrl(url);
  if (safe === null || safe.length > linkUrl) return said;
  const label = unlinked(said);
  const children = nested(trimmed(label));
  const host = otherHost(label.map(({ node }) => ('value' in node ? node.value : '')).join(''), safe);
  return [piece(link(safe, ...children), context), ...(host === null ? [] : spoken(` (${host})`, context))];
}

function codeOf(value: string, context: Context): readonly Piece[] {
  const shown = plainly(value.toWellFormed()).replaceAll('\n', ' ');
  return shown.trim() === '' ? spoken(shown, context) : [piece(code(shown), context)];
}

type Handler<N extends Nodes = never> = (node: N, context: Context) => readonly Piece[];

const nothing = (): readonly Piece[] => [];

/** Raw HTML is for browsers: here it would be noise. */
const handlers: { readonly [Type in Nodes['type']]?: Handler<Extract<Nodes, { type: Type }>> } = {
  text: ({ value }, context) => spoken(value, context),
  html: nothing,
  strong: inStyle({ strong: true }),
  emphasis: inStyle({ emphasis: true }),
  delete: inStyle({ delete: true }),
  inlineCode: ({ value }, context) => codeOf(value, context),
  break: (node, context) => [piece(node, context)],
  link: (node, context) => linked(node.url, inline(node, { ...context, style: plain }), context),
  image: ({ url, alt }, context) =>
    linked(url, spoken(alt || words[context.locale].web.picture, { style: plain }), context),
  imageReference: ({ alt }, context) => spoken(alt ?? '', context),
  footnoteReference: (node, context) => spoken(signOf(node), context),
  time: (node, context) => [piece(node, context)],
  mention: (node, context) => [piece(node, context)],
  definition: nothing,
  yaml: nothing,
};

/** Other parents are no more than what they hold. */
function write(node: Nodes, context: Context): readonly Piece[] {
  const handler = handlers[node.type] as Handler<Nodes> | undefined;
  if (handler !== undefined) return handler(node, context);
  return 'children' in node ? inline(node, context) : nothing();
}
