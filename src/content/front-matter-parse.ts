/** Parsers of the two header languages behind one result. gray-matter is given YAML alone and can reach no other engine. */
import matter from 'gray-matter';
import { parse as toml } from 'smol-toml';
import { YAMLParseError, parse as yaml } from 'yaml';

export type Parsed =
  | { readonly kind: 'map'; readonly data: Readonly<Record<string, unknown>> }
  /** Not valid, or no map of keys. `line` is 1-based within the header. */
  | { readonly kind: 'broken'; readonly line: number; readonly detail: string };

/** gray-matter evaluates JavaScript by default; every engine that it knows by name is closed. */
const closed = (): never => {
  throw new Error('only YAML');
};

const options = {
  language: 'yaml',
  engines: {
    yaml: {
      // The core schema keeps dates and `19:00` strings; the alias limit stops a bomb of references.
      parse: (text: string): object =>
        yaml(text, { schema: 'core', maxAliasCount: 50, uniqueKeys: true, logLevel: 'error' }) as object,
    },
    js: closed,
    javascript: closed,
    coffee: closed,
    json: closed,
  },
};

export function parseYaml(lines: readonly string[]): Parsed {
  // Even a broken header throws every time: with options, gray-matter keeps no cache.
  return attempt(() => matter(`---\n${lines.join('\n')}\n---\n`, options).data);
}

export function parseToml(lines: readonly string[]): Parsed {
  return attempt(() => toml(lines.join('\n')));
}

function attempt(parse: () => unknown): Parsed {
  try {
    return mapOf(parse());
  } catch (error) {
    return {
      kind: 'broken',
      line: lineOf(error),
      // A parser that ran out of stack says nothing that helps: brackets within brackets, thousands deep.
      detail: Error.isError(error) && error.name !== 'RangeError' ? firstLine(error.message) : '',
    };
  }
}

function mapOf(data: unknown): Parsed {
  if (data === null || data === undefined)
    return { kind: 'map', data: Object.create(null) as Record<string, unknown> };
  if (typeof data !== 'object' || Array.isArray(data) || data instanceof Date)
    return { kind: 'broken', line: 1, detail: '' };
  return { kind: 'map', data: lowerCased(data) };
}

/** Keys in lower case, without stray (also full-width) spaces, in an object without prototype; dates as text. */
function lowerCased(data: object): Readonly<Record<string, unknown>> {
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(data))
    result[key.trim().toLowerCase()] = value instanceof Date ? value.toISOString() : value;
  return result;
}

function lineOf(error: unknown): number {
  // gray-matter hands over the line break behind the fence, too.
  if (error instanceof YAMLParseError) return (error.linePos?.[0].line ?? 2) - 1;
  const line = (error as { line?: unknown }).line;
  return typeof line === 'number' ? line : 1;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 100);
}
