/**
 * The header of a file: YAML between `---`, TOML between `+++`, or bare `Key: value` lines. Nothing in it is ever
 * executed, nothing makes reading fail: what is not understood becomes a problem, and the text stays.
 */
import { BARE_KEYS } from './front-matter-words.ts';
import { parseToml, parseYaml } from './front-matter-parse.ts';
import { rawValues, readLines, restoreCut } from './front-matter-lines.ts';
import type { Problem } from '../model.ts';
import { withoutOffers } from './note-marker.ts';
import { normalizeSource } from './source.ts';

export interface FrontMatter {
  /** By key in lower case; no prototype. Dates are strings, as written. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What stands in the file for a key of the top level: `1.10` where `data` has the number 1.1. */
  readonly raw: Readonly<Record<string, string>>;
  /** The text below the header, with `\n` alone at the ends of lines. */
  readonly body: string;
  /** 1-based line of the file on which `body` starts. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

/** Longer headers are text. */
const MAX_LENGTH = 65_536;

/** A header cut out of its file: the lines between its fences, and where they and the body start (0-based). */
interface Block {
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a file in header and body. Never throws and never evaluates: only YAML and TOML are parsed, a first line
 * that starts with `---` or `+++` and goes on is text. A byte order mark and blank lines may stand before the header.
 */
export function readFrontMatter(text: string): FrontMatter {
  const lines = withoutOffers(normalizeSource(text)).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first]?.trimEnd() ?? '';
  if (opening === '---' || opening === '+++') return readFenced(lines, first);
  if (/^-{3,4}\w|^\+{3}\w|^;{3}/.test(opening))
    return textOnly(lines, [problem(first, 'front-matter-language', opening.slice(0, 40))]);
  if (BARE_KEYS.has(keyOf(opening) ?? '')) return readBare(lines, first);
  return textOnly(lines, []);
}

function readFenced(lines: readonly string[], first: number): FrontMatter {
  const block = cut(lines, first);
  if (!block) return readUnclosed(lines, first);
  if (block.lines.join('\n').length > MAX_LENGTH)
    return textOnly(lines, [problem(first, 'front-matter-too-long', String(MAX_LENGTH))]);
  const result = lines[first]?.startsWith('+') ? parseToml(block.lines) : parseYaml(block.lines);
  if (result.kind === 'map') return assemble(lines, block, { data: result.data, problems: [] });
  if (!mostlyKeys(block.lines)) return textOnly(lines, [problem(first, 'front-matter-not-a-map', '')]);
  const broken = problem(block.start + result.line - 1, 'front-matter-broken', result.detail);
  return assemble(lines, block, { data: readLines(block.lines), problems: [broken] });
}

/** The lines up to the closing fence. Pandoc and Hakyll close YAML with `...`, some writers with both. */
function cut(lines: readonly string[], first: number): Block | null {
  const fence = lines[first]?.trimEnd();
  const isEnd = (line: string): boolean => {
    const text = line.trimEnd();
    return text === fence || (fence === '---' && text === '...');
  };
  const end = lines.findIndex((line, index) => index > first && isEnd(line));
  if (end < 0) return null;
  const twice = lines[end]?.startsWith('.') && lines[end + 1]?.trimEnd() === '---';
  return { lines: lines.slice(first + 1, end), start: first + 1, end: end + (twice ? 2 : 1) };
}

/** No closing fence: keys right below the opening one are a header, anything else shows that `---` was a rule. */
function readUnclosed(lines: readonly string[], first: number): FrontMatter {
  if (!isField(lines[first + 1] ?? '')) return textOnly(lines, []);
  const block = bareBlock(lines, first + 1);
  const unclosed = problem(first, 'front-matter-unclosed', '');
  return assemble(lines, block, { data: readLines(block.lines), problems: [unclosed] });
}

function readBare(lines: readonly string[], first: number): FrontMatter {
  const block = bareBlock(lines, first);
  return assemble(lines, block, { data: readLines(block.lines), problems: [] });
}

/** Fields up to the first line that is none: `Key: value`, and what is indented below it. */
function bareBlock(lines: readonly string[], start: number): Block {
  const length = lines.slice(start).findIndex((line) => !isField(line) && !/^[ \t]+\S|^- /.test(line));
  const end = length < 0 ? lines.length : start + length;
  return { lines: lines.slice(start, end), start, end };
}

interface Contents {
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

function assemble(lines: readonly string[], block: Block, contents: Contents): FrontMatter {
  const restored = restoreCut(block.lines, contents.data);
  return {
    data: restored.data,
    raw: rawValues(block.lines),
    body: lines.slice(block.end).join('\n'),
    bodyLine: block.end + 1,
    problems: [
      ...contents.problems,
      ...restored.cut.map(({ line, key }) => problem(block.start + line, 'value-cut', key)),
    ],
  };
}

function textOnly(lines: readonly string[], problems: readonly Problem[]): FrontMatter {
  const empty = Object.create(null) as Record<string, never>;
  return { data: empty, raw: empty, body: lines.join('\n'), bodyLine: 1, problems };
}

/** `Title: x` → `title`. */
function keyOf(line: string): string | null {
  return /^([A-Za-z][\w -]{0,30}?)[ \t]*[:：](?:\s|$)/.exec(line)?.[1]?.toLowerCase() ?? null;
}

function isField(line: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_ -]{0,40}[ \t]*(?:[:=](?=\s|$)|：)/u.test(line);
}

/** Prose between two rules has a colon here and there; a header that does not parse is made of them. */
function mostlyKeys(lines: readonly string[]): boolean {
  const top = lines.filter((line) => /^\S/.test(line) && !line.startsWith('#') && !line.startsWith('- '));
  return top.filter((line) => isField(line.trimStart())).length * 2 > top.length;
}

function problem(index: number, code: Problem['code'], detail: string): Problem {
  return { line: index + 1, code, detail };
}
