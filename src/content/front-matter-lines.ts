/** A header read line by line: what a broken one still says, what stands there to the letter, what ` #` cut off. */
import { TEXT_KEYS } from './front-matter-words.ts';

const FIELD = /^[\s\u3000]*([\p{L}_][\p{L}\p{N}_ -]{0,40}?)[ \t]*(?:[:=](?=\s|$)|：)[ \t\u3000]*(.*)$/u;

/** Top-level fields of a header that no parser takes: texts, and lists where `- x` lines follow. */
export function readLines(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const data = Object.create(null) as Record<string, unknown>;
  let open: string | null = null;
  for (const line of lines) {
    const item: string | undefined = /^[ \t]*- +(.+)$/.exec(line)?.[1];
    const field = item === undefined && !/^[ \t]/.test(line) ? FIELD.exec(line) : null;
    if (field?.[1] !== undefined) {
      open = field[1].toLowerCase();
      data[open] ??= unquoted(field[2] ?? '');
    } else if (item !== undefined && open !== null) data[open] = [...listOf(data[open]), unquoted(item)];
  }
  return data;
}

/** The unquoted text after the colon of each top-level field, ` #…` included. */
export function rawValues(lines: readonly string[]): Readonly<Record<string, string>> {
  const raw = Object.create(null) as Record<string, string>;
  for (const line of lines) {
    const field = /^[ \t]/.test(line) ? null : FIELD.exec(line);
    if (field?.[1] !== undefined) raw[field[1].toLowerCase()] ??= unquoted(field[2] ?? '');
  }
  return raw;
}

interface Restored {
  readonly data: Readonly<Record<string, unknown>>;
  /** 0-based lines within the header. */
  readonly cut: readonly { readonly line: number; readonly key: string }[];
}

/**
 * `title: Meetup #3` is "Meetup" to YAML: a space and `#` start a comment. Nobody comments a title, and titles of
 * meetups are full of numbers, so texts get their tail back.
 */
export function restoreCut(lines: readonly string[], data: Readonly<Record<string, unknown>>): Restored {
  const restored = Object.assign(Object.create(null) as Record<string, unknown>, data);
  const cut: { line: number; key: string }[] = [];
  for (const [line, text] of lines.entries()) {
    const [, name = '', value = ''] = /^[ \t]/.test(text) ? [] : (FIELD.exec(text) ?? []);
    const key = name.toLowerCase();
    if (!TEXT_KEYS.has(key) || !/(?:^|\s)#/.test(value) || /^["'|>[{]/.test(value)) continue;
    if (restored[key] === value.trim()) continue;
    restored[key] = value.trim();
    cut.push({ line, key });
  }
  return { data: restored, cut };
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === '' ? [] : [value];
}

function unquoted(text: string): string {
  const plain = text.trim();
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(plain);
  return quoted?.[2] ?? plain;
}
