/**
 * A piece of Slack's own markup without code blocks → runs. Code and what stands in `<…>` are found first; then stars,
 * underscores and tildes are styles where Slack shows them so: at the border of words, on one line. Beside Japanese, which
 * has no such borders, they are text. https://docs.slack.dev/messaging/formatting-message-text
 */
import { emojiCharacter, emojiSign } from '../../../src/view/emoji.ts';
import { unescaped } from '../escape.ts';
import type { Run } from './inline.ts';
import { entityOf } from './mrkdwn-entity.ts';

type Style = { readonly bold?: true; readonly italic?: true; readonly strike?: true };
type Mark = '*' | '_' | '~';

const styles: Readonly<Record<Mark, Style>> = {
  '*': { bold: true },
  _: { italic: true },
  '~': { strike: true },
};

interface Token {
  readonly source: string;
  readonly run: Run;
  /** Where it may be the sign of a style. */
  readonly mark: Mark | null;
}

/** Each branch ends before the sign that begins another, so that nothing is looked at twice. */
const grammar = new RegExp(
  [/`([^`\n]+)`/, /<([^<>\n]+)>/, emojiSign, /(\*+|_+|~+)/, /[^`<:*_~\n]+/, /[\s\S]/]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

export function runsOf(source: string): readonly Run[] {
  const tokens = [...source.matchAll(grammar)].map(tokenOf);
  const pairs = paired(tokens);
  const active = new Set<Mark>();
  return tokens.flatMap(({ run, mark }, index): Run[] => {
    const role = mark === null ? undefined : pairs.get(index);
    if (mark === null || role === undefined) return [styled(run, active)];
    if (role === 'open') active.add(mark);
    else active.delete(mark);
    return [];
  });
}

function tokenOf([source, inCode, inBrackets, name, marks]: RegExpExecArray): Token {
  const literal: Run = { type: 'text', text: unescaped(source) };
  if (inCode !== undefined)
    return { source, run: { type: 'text', text: unescaped(inCode), style: { code: true } }, mark: null };
  if (inBrackets !== undefined) return { source, run: entityOf(inBrackets) ?? literal, mark: null };
  if (name !== undefined && emojiCharacter(name) !== null)
    return { source, run: { type: 'emoji', name }, mark: null };
  // Two stars are no sign of anything in Slack.
  return { source, run: literal, mark: marks?.length === 1 ? (marks as Mark) : null };
}

const wordSign = /[\p{L}\p{N}]/u;

/** Which marks open and which close a style. */
function paired(tokens: readonly Token[]): ReadonlyMap<number, 'open' | 'close'> {
  const pairs = new Map<number, 'open' | 'close'>();
  let open: readonly { readonly mark: Mark; readonly index: number }[] = [];
  for (const [index, { source, mark }] of tokens.entries()) {
    if (source === '\n') open = [];
    if (mark === null) continue;
    const before = tokens[index - 1]?.source.at(-1) ?? '\n';
    const after = tokens[index + 1]?.source.at(0) ?? '\n';
    const at = open.findIndex((each) => each.mark === mark);
    const partner = open[at];
    if (partner !== undefined && partner.index < index - 1 && canStandAt(before, after)) {
      pairs.set(partner.index, 'open').set(index, 'close');
      open = open.slice(0, at);
    } else if (partner === undefined && canStandAt(after, before)) open = [...open, { mark, index }];
  }
  return pairs;
}

/** `inside`: the neighbour within the style, which is no space. `outside`: the other one, which is no part of a word. */
const canStandAt = (inside: string, outside: string): boolean =>
  !/\s/.test(inside) && !wordSign.test(outside);

function styled(run: Run, active: ReadonlySet<Mark>): Run {
  if (active.size === 0) return run;
  return { ...run, style: Object.assign({}, run.style, ...[...active].map((mark) => styles[mark])) };
}
