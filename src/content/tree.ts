/** Lines of a file → a tree that is safe to show: no HTML, no templates, no loose references, only links to the web. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Problem } from '../model.ts';
import { cleaned } from './clean.ts';
import { codeLines } from './code-lines.ts';
import { parseMarkdown, tooDeep } from './markdown.ts';
import { cutsOf, joined } from './pieces.ts';

/** Definitions of link references (`[1]: https://…`) by label in lower case. They stand anywhere in a file. */
export type Definitions = ReadonlyMap<string, string>;

/** Lines of a file, where they start (1-based), and the definitions of the whole file. */
export interface Lines {
  readonly lines: readonly string[];
  readonly start: number;
  readonly definitions: Definitions;
}

export interface Tree {
  readonly children: readonly RootContent[];
  readonly problems: readonly Problem[];
}

/** A piece that can not be cut (one line, one fence) is parsed up to here; beyond, it is plain text. */
const MAX_WHOLE = 40_000;

const DEFINITION = /^ {0,3}\[(?!\^)([^\]]{1,200})\]:[ \t]*(<[^<>]*>|\S+)/;

/** Positions are lines of the file. Never throws. Linear. */
export function readTree(text: Lines): Tree {
  const cuts = cutsOf(text.lines);
  const parsed = cuts.map((from, index) =>
    readPiece({ ...text, lines: text.lines.slice(from, cuts[index + 1]), start: text.start + from }),
  );
  return {
    children: joined(parsed.map(({ children }) => children)),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

/** The content of one line, such as a heading. */
export function readPhrasing(text: string, definitions: Definitions): readonly PhrasingContent[] {
  if (isBare(text)) return [{ type: 'text', value: text }];
  // A zero-width sign keeps "1. x" and "- x" from being lists.
  const { children } = readPiece({ lines: [`\u2060${text.slice(0, 2000)}`], start: 1, definitions });
  const [first] = children;
  if (first?.type !== 'paragraph') return [{ type: 'text', value: text }];
  return first.children.map((node, index) =>
    index === 0 && node.type === 'text' ? { ...node, value: node.value.replace(/^\u2060/, '') } : node,
  );
}

/** Most headings have no markup at all. */
function isBare(text: string): boolean {
  return !/[\\`*_[\]<>]|&[#a-z]|~~|\w@|www\.|:\/\//i.test(text);
}

export function definitionsOf(lines: readonly string[]): Definitions {
  const code = codeLines(lines);
  const found = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const [, label, target] = (!code[index] && DEFINITION.exec(line)) || [];
    if (label !== undefined && target !== undefined && !found.has(key(label))) found.set(key(label), target);
  }
  return found;
}

function key(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function readPiece({ lines, start, definitions }: Lines): Tree {
  const text = lines.join('\n');
  if (text.trim() === '') return { children: [], problems: [] };
  if (text.length > MAX_WHOLE)
    return {
      children: plain(lines, start),
      problems: [{ line: start, code: 'section-too-long', detail: '' }],
    };
  const deep = tooDeep(text);
  if (deep !== null) {
    const problem: Problem = { line: start + deep - 1, code: 'nesting-too-deep', detail: '' };
    return { children: plain(lines, start), problems: [problem] };
  }
  const needed = neededDefinitions(text, definitions);
  const before = needed.length === 0 ? '' : `${needed.join('\n')}\n\n`;
  const root = parseMarkdown(before + text);
  return { children: cleaned(root, start - 1 - before.split('\n').length + 1), problems: [] };
}

function neededDefinitions(text: string, definitions: Definitions): readonly string[] {
  if (definitions.size === 0) return [];
  const labels = new Set([...text.matchAll(/\[([^[\]]{1,200})\]/g)].map((match) => key(match[1] ?? '')));
  return [...labels].flatMap((label) => {
    const target = definitions.get(label);
    return target === undefined ? [] : [`[${label}]: ${target}`];
  });
}

/** Each line a paragraph. All of it: what is too long to be read with its markup is still to be found. */
function plain(lines: readonly string[], start: number): readonly RootContent[] {
  return lines.flatMap((line, index): readonly RootContent[] => {
    const value = line.trim();
    const at = { line: start + index, column: 1 };
    if (value === '') return [];
    return [{ type: 'paragraph', children: [{ type: 'text', value }], position: { start: at, end: at } }];
  });
}
