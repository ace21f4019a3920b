/** Runs of rich text → what stands in a line of a tree. Mentions are nodes here; src/view/mention.ts makes them text. */
import type { types } from '@slack/bolt';
import type { PhrasingContent } from 'mdast';
import { code, link, text, time } from '../../../src/view/build.ts';
import { emojiCharacter } from '../../../src/view/emoji.ts';
import { linesOf, paragraphs } from '../../../src/view/lines.ts';
import type { Mention } from '../../../src/view/node.ts';
import { plainly, safeUrl } from '../../../src/view/safe.ts';
import { nested } from '../../../src/view/style.ts';
import type { Piece } from '../../../src/view/style.ts';

/** What Slack sends besides what its types know. */
export type Run =
  | Exclude<types.RichTextElement, types.RichTextEmoji>
  | (types.RichTextEmoji & { readonly skin_tone?: number })
  /** A mention with a name beside it, as only old messages have it. */
  | (Pick<types.RichTextUserMention, 'style'> & {
      readonly type: 'named';
      readonly of: Mention['of'];
      readonly id: string;
      readonly name: string;
    });

/** Paragraphs of a section. */
export const paragraphsOf = (runs: readonly Run[]): readonly PhrasingContent[][] =>
  paragraphs(runs.flatMap(piecesOf));

/** All of it in one line, as a cell of a table has it. */
export const inlineOf = (runs: readonly Run[]): PhrasingContent[] =>
  nested(
    runs
      .flatMap(piecesOf)
      .map((piece) => (piece.node.type === 'break' ? { ...piece, node: text(' ') } : piece)),
  );

function piecesOf(run: Run): readonly Piece[] {
  const handler = Object.hasOwn(handlers, run.type) ? (handlers[run.type] as Handler<Run>) : spoken;
  const { bold, italic, strike, code: isCode } = run.style ?? {};
  const style = { strong: bold === true, emphasis: italic === true, delete: strike === true };
  return handler(run).map((node) => ({ node: isCode === true ? asCode(node) : node, style }));
}

/** Slack puts spaces that do not break into code: they would break whoever copies it. */
export const codeText = (value: string): string => plainly(value).replaceAll('\u00a0', ' ');

const asCode = (node: PhrasingContent): PhrasingContent =>
  node.type === 'text'
    ? code(codeText(node.value))
    : node.type === 'link'
      ? { ...node, children: node.children.map(asCode) }
      : node;

/** A link to the web; any other address (mail, telephone) is no more than its words. */
function linkOf(url: string, label: string | undefined): readonly PhrasingContent[] {
  const safe = safeUrl(url);
  const said = plainly(label ?? '').replaceAll(/\s+/g, ' ');
  if (safe === null) return [text(said || plainly(url.replace(/^(?:mailto|tel):/i, '')))];
  return [link(safe, said.trim() === '' ? safe : said)];
}

const mention = (of: Mention['of'], id: string, name = ''): readonly Mention[] => [
  { type: 'mention', of, id, name },
];

/** Tokens of a format that say more than a clock does. */
const clock = /^\{time(?:_secs)?\}$/;
const tokens = /\{[a-z_]+\}/g;

/** The instant, between the words that stand around the tokens of the format. Slack does not say where it happens. */
function dateOf({ timestamp, format, url, fallback }: types.RichTextDate): readonly PhrasingContent[] {
  const instant = new Date(timestamp * 1000);
  const found = [...format.matchAll(tokens)];
  const [first, last] = [found[0], found.at(-1)];
  if (Number.isNaN(instant.getTime()) || first === undefined || last === undefined)
    return [text(plainly(fallback ?? format))];
  const isClock = found.every(([token]) => clock.test(token));
  const isDay = found.every(([token]) => token.startsWith('{date') || token.startsWith('{day'));
  const node = time(instant.toISOString(), 'UTC', isClock ? 'clock' : isDay ? 'day' : 'moment');
  const safe = url === undefined ? null : safeUrl(url);
  return [
    ...linesOf(format.slice(0, first.index)),
    safe === null ? node : link(safe, node),
    ...linesOf(format.slice(last.index + last[0].length)),
  ];
}

/** `1f44b-1f3fc` → 👋🏼; `null` for what is no sequence of characters. */
function characterOf(unicode: string | undefined): string | null {
  const points = (unicode ?? '').split('-').map((hex) => Number.parseInt(hex, 16));
  return points.every((point) => point > 0x7f && point <= 0x10_ffff) ? String.fromCodePoint(...points) : null;
}

/** A community's own emoji is its name, as one types it. */
const emojiOf = ({ name, unicode, skin_tone }: types.RichTextEmoji & { skin_tone?: number }): string =>
  emojiCharacter(name, skin_tone) ?? characterOf(unicode) ?? `:${plainly(name)}:`;

type Handler<R extends Run> = (run: R) => readonly PhrasingContent[];

/** What is newer than this program, as far as it has words or an address. */
function spoken(run: Run): readonly PhrasingContent[] {
  const { text: said, url } = run as { readonly text?: string; readonly url?: string };
  return url === undefined ? linesOf(said ?? '') : linkOf(url, said);
}

const handlers: { readonly [Type in Run['type']]: Handler<Extract<Run, { type: Type }>> } = {
  text: (run) => linesOf(run.text),
  link: (run) => linkOf(run.url, run.text),
  emoji: (run) => [text(emojiOf(run))],
  date: dateOf,
  user: (run) => mention('person', run.user_id),
  usergroup: (run) => mention('role', run.usergroup_id),
  team: (run) => mention('role', run.team_id),
  channel: (run) => mention('channel', run.channel_id),
  named: ({ of, id, name }) => mention(of, id, name),
  broadcast: ({ range }) => [text(`@${range}`)],
  color: ({ value }) => [text(plainly(value))],
};
