/**
 * What Discord's own client would make of a text: its rules, one after the other at every position, as people who wrote
 * parsers for it describe them (it is built on simple-markdown). It knows nothing of how the bot reads or writes.
 */

type Rule = readonly [name: string, sign: RegExp, where?: 'line'];

/** All are tried where the text stands; `line`: only at the beginning of one. The first that fits wins. */
const rules: readonly Rule[] = [
  ['escape', /^\\[^0-9A-Za-z\s]/u],
  ['fence', /^```(?:[\w+\-.#]+?\n)?\n*[^\n][^]*?\n*```/],
  ['code', /^(`+)[^]*?[^`]\1(?!`)/],
  ['quote', /^ *>(?:>>)? +/, 'line'],
  ['subtext', /^ *-# +\S/, 'line'],
  ['heading', /^ *#{1,3}\s+\S/, 'line'],
  ['list', /^ *(?:[-*+]|\d+\.) +\S/, 'line'],
  ['address', /^<(?:[^: >]+:\/[^ >]+|[^\s@<>]+@[^\s<>]+\.[^\s<>]+|tel:[^>]+)>/],
  ['preview', /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/],
  [
    'link',
    /^\[(?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*\]\(\s*<?(?:\([^)]*\)|[^\s\\]|\\.)*?>?(?:\s+['"][^]*?['"])?\s*\)/,
  ],
  ['mention', /^<(?:@[!&]?|#)\d+>/],
  ['everyone', /^@(?:everyone|here)/],
  ['command', /^<\/[^:<>]+:\d+>/],
  ['guide', /^<id:\w+/],
  ['time', /^<t:-?\d+(?::[a-zA-Z])?>/],
  ['emoji', /^<a?:\w+:\d+>/],
  ['shortcode', /^:[a-z0-9_+-]+(?:::skin-tone-\d)?:/],
  ['strong', /^\*\*(?:\\[^]|[^\\])+?\*\*(?!\*)/],
  ['underline', /^__(?:\\[^]|[^\\])+?__(?!_)/],
  ['emphasis', /^_(?:__|\\[^]|[^\\_])+?_\b/],
  ['emphasis', /^\*(?=\S)(?:\*\*|\\[^]|\s+(?:\\[^]|[^\s*\\]|\*\*)|[^\s*\\])+?\*(?!\*)/],
  ['delete', /^~~[^]+?~~/],
  ['spoiler', /^\|\|[^]+?\|\|/],
];

/** Names of the rules that a text sets off, escapes apart, in their order. What stands within a mark is looked at, too. */
export function markupIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const isLineStart = /(?:^|\n)$/.test(text.slice(0, at));
    const hit = rules.find(([, sign, where]) => (where !== 'line' || isLineStart) && sign.test(rest));
    if (hit !== undefined && hit[0] !== 'escape') found.push(hit[0]);
    at += lengthOf(hit, rest);
  }
  return found;
}

/** Nothing within these is markup. */
const whole = new Set(['escape', 'fence', 'code', 'address', 'preview', 'link', 'mention', 'time']);

const lengthOf = (hit: Rule | undefined, rest: string): number =>
  hit !== undefined && whole.has(hit[0]) ? (hit[1].exec(rest)?.[0].length ?? 1) : 1;

/** A piece of text and the styles around it. */
interface Piece {
  readonly text: string;
  readonly styles: readonly string[];
}

const styleNames = new Set(['strong', 'underline', 'emphasis', 'delete', 'spoiler']);

/** Where several styles could begin, the one that reaches furthest does. */
function styleAt(rest: string): { readonly name: string; readonly source: string } | null {
  const hits = rules
    .filter(([name]) => styleNames.has(name))
    .map(([name, sign]) => ({ name, source: sign.exec(rest)?.[0] ?? '' }))
    .toSorted((one, other) => other.source.length - one.source.length);
  const [furthest] = hits;
  return furthest === undefined || furthest.source === '' ? null : furthest;
}

/** What a text begins with, within a line; `null` where that is no markup. */
export function markupAt(rest: string): { readonly name: string; readonly source: string } | null {
  const hit = rules.find(
    ([name, sign, where]) => where !== 'line' && !styleNames.has(name) && sign.test(rest),
  );
  return hit === undefined ? styleAt(rest) : { name: hit[0], source: hit[1].exec(rest)?.[0] ?? '' };
}

/** The text as the client would show it: without its marks, in its styles. */
export function styledIn(source: string, styles: readonly string[] = []): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const [plain] = /^(?:\\[^0-9A-Za-z\s]|(`+)[^]*?[^`]\1(?!`))/u.exec(rest) ?? [];
    const style = plain === undefined ? styleAt(rest) : null;
    const length = plain?.length ?? style?.source.length ?? 1;
    if (style === null) pieces.push({ text: rest.slice(0, length), styles });
    else {
      const mark = /^([*_~|])\1?/.exec(style.source)?.[0].slice(0, style.name === 'emphasis' ? 1 : 2) ?? '';
      pieces.push(...styledIn(style.source.slice(mark.length, -mark.length), [...styles, style.name]));
    }
    at += length;
  }
  return joined(pieces);
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const isSame = last !== undefined && last.styles.join(' ') === piece.styles.join(' ');
    if (isSame) result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
