/**
 * Text in Discord's Markdown → pieces with their styles. Code, addresses and what stands in `<…>` are found first; then
 * stars, underscores and tildes are styles. What Markdown has no sign for is its words: underlined text has no style, and
 * a spoiler keeps its bars. https://support.discord.com/hc/en-us/articles/210298617
 */
import type { PhrasingContent } from 'mdast';
import { code, link, text } from '../../../src/view/build.ts';
import { emojiCharacter, emojiSign } from '../../../src/view/emoji.ts';
import { linesOf } from '../../../src/view/lines.ts';
import { plainly, safeUrl } from '../../../src/view/safe.ts';
import { nested, trimmed, unlinked } from '../../../src/view/style.ts';
import type { Piece } from '../../../src/view/style.ts';
import { addressed, entityOf } from './entity.ts';
import type { Known } from './entity.ts';
import { rolesOf } from './mark.ts';
import type { Mark } from './mark.ts';

/** Each branch ends before the sign that begins another, so that little is looked at twice. */
const grammar = new RegExp(
  [
    /\\(?<escape>[^0-9A-Za-z\s])/,
    /``(?<long>(?:[^`]|`(?!`))+)``/,
    /`(?<code>[^`]+)`/,
    /(?<entity><[^<>\n]{1,2100}>)/,
    /\[(?<label>(?:\\.|[^[\]\\\n]|\[[^[\]\n]*\])+)\]\(<?(?<target>https?:\/\/(?:[^\s<>()]|\([^\s<>()]*\))+)>?(?:\s+"[^"\n]*")?\)/,
    /(?<url>https?:\/\/[^\s<]+)/,
    /(?<emoji>EMOJI)/,
    /(?<signs>\*+|_+|~+|\|+)/,
    /(?<words>(?:(?!https?:\/\/)[^\\`<[:*_~|])+)/,
    /[\s\S]/,
  ]
    .map(({ source }) => source.replace('EMOJI', emojiSign.source.replace('(', '(?<name>')))
    .join('|'),
  'gu',
);

interface Token {
  readonly source: string;
  readonly nodes: readonly PhrasingContent[];
  /** A run that may be of a style. */
  readonly signs: string;
}

/** All of it, lines parted by breaks. */
export function piecesOf(source: string, known: Known): readonly Piece[] {
  const tokens = [...source.matchAll(grammar)].flatMap((found) => tokensOf(found, known));
  const roles = rolesOf(
    tokens.map(({ signs }, at) => ({
      signs,
      before: tokens[at - 1]?.source.at(-1) ?? '',
      after: tokens[at + 1]?.source.at(0) ?? '',
    })),
  );
  const active = new Set<Mark>();
  return tokens.flatMap(({ nodes }, at): readonly Piece[] => {
    const role = roles.get(at);
    if (role === undefined) return styled(nodes, active);
    for (const mark of role.close) active.delete(mark);
    const left = styled(linesOf(barsOf(role.close) + role.left), active);
    const bars = styled(linesOf(barsOf(role.open)), active);
    for (const mark of role.open) active.add(mark);
    return [...left, ...bars];
  });
}

const barsOf = (marks: readonly Mark[]): string => marks.filter((mark) => mark === '||').join('');

const styled = (nodes: readonly PhrasingContent[], active: ReadonlySet<Mark>): readonly Piece[] => {
  const style = {
    strong: active.has('**'),
    emphasis: active.has('*') || active.has('_'),
    delete: active.has('~~'),
  };
  return nodes.map((node) => ({ node, style }));
};

type Found = RegExpExecArray;

const token = (source: string, ...nodes: readonly PhrasingContent[]): readonly Token[] => [
  { source, nodes, signs: '' },
];

const literal = (source: string): readonly Token[] => token(source, ...linesOf(source));

/** By the group that has found something; what there is most of stands first. */
const readers: Readonly<Record<string, (found: string, of: Found, known: Known) => readonly Token[]>> = {
  words: (source) => literal(source),
  escape: (sign, [source]) => token(source, ...linesOf(sign)),
  long: (inside, [source]) => token(source, code(codeText(inside.trim()))),
  code: (inside, [source]) => token(source, code(codeText(inside))),
  entity: (source, _found, known) => bracketed(source, known),
  label: (label, { 0: source, groups = {} }, known) =>
    token(source, ...linked(label, groups['target'] ?? '', known)),
  url: (source) => bare(source),
  emoji: (source, { groups = {} }) => token(source, text(emojiCharacter(groups['name'] ?? '') ?? source)),
  signs: (signs) => [{ source: signs, nodes: linesOf(signs), signs }],
};

const groups = Object.entries(readers);

function tokensOf(found: Found, known: Known): readonly Token[] {
  for (const [group, read] of groups) {
    const inside = found.groups?.[group];
    if (inside !== undefined) return read(inside, found, known);
  }
  return literal(found[0]);
}

const codeText = (value: string): string => plainly(value).replaceAll('\n', ' ');

/** What only looks like an entity may have signs of styles in it. */
function bracketed(source: string, known: Known): readonly Token[] {
  const node = entityOf(source, known);
  if (node !== null) return token(source, node);
  const rest = [...source.slice(1).matchAll(grammar)];
  return [...literal('<'), ...rest.flatMap((found) => tokensOf(found, known))];
}

/** The words of a link have styles, too. */
function linked(label: string, target: string, known: Known): readonly PhrasingContent[] {
  const words = nested(trimmed(unlinked(piecesOf(label, known))));
  const safe = safeUrl(target);
  return safe === null ? words : [words.length === 0 ? link(safe, safe) : link(safe, ...words)];
}

/** What Discord leaves out at the end of an address, and signs of styles. */
const afterUrl = /[.,:;"'\]*_~|]+$/;

function bare(source: string): readonly Token[] {
  const found = balanced(source.replace(afterUrl, '')).replace(afterUrl, '');
  const node = addressed(found);
  const rest = source.slice(found.length);
  const after = [...rest.matchAll(/\*+|_+|~+|\|+|[^*_~|]+/g)].flatMap(([each]) =>
    /^[*_~|]/.test(each) ? [{ source: each, nodes: linesOf(each), signs: each }] : literal(each),
  );
  return node === null ? literal(source) : [...token(found, node), ...after];
}

/** `(see https://example.org/)`: a bracket that is not opened within an address is none of it. */
function balanced(url: string): string {
  const count = (sign: string): number => url.split(sign).length;
  return url.endsWith(')') && count(')') > count('(') ? balanced(url.slice(0, -1)) : url;
}
