/**
 * The only parser and the only printer of Markdown text: CommonMark and GFM, with bold and emphasis that work beside
 * Japanese. What would take a parser more than linear time is not parsed but kept as plain text.
 */
import type { PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { cjkFriendlyToMarkdown } from 'mdast-util-to-markdown-cjk-friendly';
import { cjkFriendlyExtension as cjkFriendly } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';

/** Block quotes and lists inside one another. Slack and Discord show far fewer; parsing costs the square of it. */
const MAX_NESTING = 40;
/** Columns of indentation: what a list nested `MAX_NESTING` deep needs, numbers included. */
const MAX_INDENT = 4 * MAX_NESTING;
/** Runs of characters that may open or close emphasis, or brackets, between two blank lines. */
const MAX_MARKS = 2000;
/** What is looked for up to the end of the block weighs as much as so many marks. */
const SEARCH_WEIGHT = 10;

const extensions = [gfm({ singleTilde: false }), cjkFriendly()];
const reading = { extensions, mdastExtensions: gfmFromMarkdown() };
/** The same without a last look for addresses in the finished tree: only those in brackets are found that late. */
const quickReading = {
  extensions,
  mdastExtensions: reading.mdastExtensions.map((extension) => ({ ...extension, transforms: [] })),
};
const BRACKETED_ADDRESS = /\[[^\]]{0,300}(?:https?:|www\.|\w@\w)/i;

const writing: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  // Jekyll and Hugo would run what stands between braces, wherever it stands in text.
  unsafe: [
    { character: '{', before: String.raw`\{` },
    { character: '%', before: String.raw`\{` },
    // What reads reports takes `##x` for a heading, as many parsers of old do.
    { atBreak: true, character: '#', after: '[#\\u3000]' },
  ],
  extensions: [gfmToMarkdown(), cjkFriendlyToMarkdown()],
};

/** Text → tree, with positions. Never throws: text that is built to be slow becomes one paragraph (see `tooDeep`). */
export function parseMarkdown(text: string): Root {
  if (tooDeep(text) !== null) return asPlain(text);
  return fromMarkdown(text, BRACKETED_ADDRESS.test(text) ? reading : quickReading);
}

/** Tree → text. `parseMarkdown` of it is the same tree. */
export function printMarkdown(tree: Root): string {
  return toMarkdown(tree, writing);
}

/**
 * Letters, numbers and signs that mean nothing to Markdown, wherever they stand on a line; white space is looked at apart.
 * What takes two code units may have to be written as an entity beside bold words.
 */
const HARMLESS = /^[[\p{L}\p{N}、。「」『』（）・？！…〜 ,;?"'\/\{\}]--[\u{10000}-\u{10FFFF}]]+$/v;

const escaped: Handle = cjkFriendlyToMarkdown().handlers?.text ?? defaultHandlers.text;

/** A third of printing goes into looking for what has to be escaped: in most of what people say there is nothing. */
const textOf: Handle = (node: Text, parent, state, info) => {
  const { value } = node;
  const isPlain =
    HARMLESS.test(value) &&
    !(value.startsWith(' ') && LINE_END.test(info.before)) &&
    !(value.endsWith(' ') && LINE_END.test(info.after));
  return isPlain ? value : escaped(node, parent, state, info);
};

const LINE_END = /[\r\n]/;

/** The same as `printMarkdown`, but for a backslash before a brace, and quicker where most is plain words. */
export const printWords = (tree: Root): string =>
  toMarkdown(tree, { ...writing, handlers: { text: textOf } });

/**
 * Where text nests deeper, or has more brackets and stars in one block, than any person writes: its 1-based line.
 * `null` for all other text. Linear in the length of the text.
 */
export function tooDeep(text: string): number | null {
  let marks = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (nesting(line) > MAX_NESTING || indent(line) > MAX_INDENT) return index + 1;
    marks = line.trim() === '' ? 0 : marks + markRuns(line);
    if (marks > MAX_MARKS) return index + 1;
  }
  return null;
}

/** How many containers the line opens or continues by its own signs: `> > - - x` → 4. */
function nesting(line: string): number {
  const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)?.[0] ?? '';
  return prefix.match(/[>*+-]|\d[.)]/g)?.length ?? 0;
}

/** Columns of white space before the first letter or number, signs of lists and quotes not counted. */
function indent(line: string): number {
  const rest = line.search(/[^ \t]/);
  return rest < 0 ? 0 : rest + 3 * (line.slice(0, rest).split('\t').length - 1);
}

/** Addresses of mail, and comments without an end, weigh more: looking for them takes the square of their number. */
function markRuns(line: string): number {
  const searches = /[@<]/.test(line) ? (line.match(/\w@\w|<[!?]/g)?.length ?? 0) : 0;
  return (line.match(/[[\]]|\*+|_+|~+/g)?.length ?? 0) + SEARCH_WEIGHT * searches;
}

function asPlain(text: string): Root {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const children = lines.flatMap((value, index): PhrasingContent[] =>
    index === 0 ? [{ type: 'text', value }] : [{ type: 'break' }, { type: 'text', value }],
  );
  return { type: 'root', children: children.length > 0 ? [{ type: 'paragraph', children }] : [] };
}
