/**
 * Slack's own markup, as old messages and other bots have it → the parts of rich text that it stands for. One way to read
 * it is enough: everything else happens there. Time is linear in the length of the text.
 */
import { unescaped } from '../escape.ts';
import type { RichPart } from './rich.ts';
import { runsOf } from './mrkdwn-inline.ts';

const fence = '```';

/** Code in fences stands first: nothing in it is markup. */
export function richTextOf(source: string): readonly RichPart[] {
  const parts: RichPart[] = [];
  let rest = 0;
  for (;;) {
    const open = source.indexOf(fence, rest);
    const close = open < 0 ? -1 : source.indexOf(fence, open + fence.length + 1);
    if (close < 0) return [...parts, ...partsOfText(source.slice(rest))];
    parts.push(
      ...partsOfText(source.slice(rest, open)),
      preformatted(source.slice(open + fence.length, close)),
    );
    rest = close + fence.length;
  }
}

const preformatted = (text: string): RichPart => ({
  type: 'rich_text_preformatted',
  elements: [{ type: 'text', text: codeOf(text.replace(/^\n/, '')) }],
});

/** Addresses in code are linked all the same: there they are what was typed. */
const codeOf = (text: string): string =>
  unescaped(text.replace(/<(?:[^<>|\n]*\|)?([^<>|\n]+)>/g, (_all, label: string) => label));

/** What a line is, by how it begins. */
interface Line {
  readonly kind: 'text' | 'quote' | 'bullet' | 'ordered';
  readonly text: string;
  readonly indent: number;
  /** Of an ordered point, counted from 0. */
  readonly offset: number;
}

const quoteSign = /^(?:&gt;|>) ?/;
const quoteAllSign = /^(?:&gt;|>){3} ?/;
const pointSign = /^([ \t]*)(?:[•◦▪‣]\ufe0e?|-|(\d{1,4})\.)[ \t]+(?=\S)/;

/** Spaces that stand for one level of a list. */
const levelWidth = 4;

function lineOf(text: string): Line {
  const point = pointSign.exec(text);
  if (quoteSign.test(text)) return { kind: 'quote', text: text.replace(quoteSign, ''), indent: 0, offset: 0 };
  if (point === null) return { kind: 'text', text, indent: 0, offset: 0 };
  const [sign, space = '', number] = point;
  return {
    kind: number === undefined ? 'bullet' : 'ordered',
    text: text.slice(sign.length),
    indent: Math.floor(space.length / levelWidth),
    offset: Math.max(0, Number(number ?? 1) - 1),
  };
}

/** `>>>` takes all that follows into the quote. */
function linesOf(source: string): readonly Line[] {
  const lines = source.split('\n');
  const all = lines.findIndex((line) => quoteAllSign.test(line));
  if (all < 0) return lines.map(lineOf);
  const quoted = [lines[all]?.replace(quoteAllSign, '') ?? '', ...lines.slice(all + 1)];
  return [
    ...lines.slice(0, all).map(lineOf),
    ...quoted.map((text): Line => ({ kind: 'quote', text, indent: 0, offset: 0 })),
  ];
}

/** Lines of one kind stand in one part; each point is a part of its own, as deep as it stands. */
function partsOfText(source: string): readonly RichPart[] {
  const groups: { readonly line: Line; readonly texts: string[] }[] = [];
  for (const line of linesOf(source)) {
    const last = groups.at(-1);
    const goesOn = last?.line.kind === line.kind && (line.kind === 'text' || line.kind === 'quote');
    if (goesOn) last.texts.push(line.text);
    else groups.push({ line, texts: [line.text] });
  }
  return groups.flatMap(({ line, texts }) => partOf(line, texts.join('\n')));
}

function partOf({ kind, indent, offset }: Line, text: string): readonly RichPart[] {
  if (text.trim() === '') return [];
  const runs = runsOf(text);
  if (kind === 'text') return [{ type: 'rich_text_section', elements: runs }];
  if (kind === 'quote') return [{ type: 'rich_text_quote', elements: runs }];
  const section = { type: 'rich_text_section', elements: runs } as const;
  return [{ type: 'rich_text_list', style: kind, indent, offset, elements: [section] }];
}
