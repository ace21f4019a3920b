/** Single fields of a header, each checked for its type: people write numbers, lists and nothing at all where text belongs. */
import type { Problem } from '../model.ts';
import type { FrontMatter } from './front-matter.ts';
import { lineOfField } from './schema.ts';

/** The first of these keys that has a text; numbers as they are written (`1.10`). */
export function textField({ data, raw }: FrontMatter, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value.trim() !== '') return value.replace(/<[^<>]{0,300}>/g, '').trim();
    if (typeof value === 'number' || typeof value === 'boolean') return raw[key] ?? String(value);
  }
  return null;
}

/** `draft: true`, `published: false`, `status: draft`. A date in `published` is no answer to that. */
export function isHidden({ data }: FrontMatter): boolean {
  const is = (key: string, word: string): boolean => String(data[key]).trim().toLowerCase() === word;
  return is('draft', 'true') || is('published', 'false') || is('status', 'draft') || is('public', 'false');
}

/** Fields that have a value of a type that says nothing. */
export function unreadableFields({ data }: FrontMatter, source: string): readonly Problem[] {
  const isMap = (key: string): boolean =>
    typeof data[key] === 'object' && data[key] !== null && !Array.isArray(data[key]);
  return ['title', 'date', 'tags']
    .filter((key) => isMap(key) || (key === 'title' && Array.isArray(data[key])))
    .map((key) => ({ line: lineOfField(source, key), code: 'field-unreadable', detail: key }));
}
