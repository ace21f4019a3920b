/** Lines by which people ask the bot for notes are no part of what they talk about. */
import type { Paragraph, Root } from 'mdast';
import { plainText } from '../content/plain.ts';
import { locales, words } from '../words/index.ts';

/** What one may type behind the bot's name. */
const asked: ReadonlySet<string> = new Set([
  'collect',
  ...locales.flatMap((locale) => words[locale].command.collect.called),
]);

/** `@meetup collect`, and nothing else. */
export function asksForNotes({ children: [only, ...others] }: Root): boolean {
  if (others.length > 0 || only?.type !== 'paragraph') return false;
  const [name, ...rest] = only.children;
  if (name?.type !== 'text' || name.data?.person === undefined) return false;
  const paragraph: Paragraph = { type: 'paragraph', children: rest };
  return asked.has(plainText(paragraph).trim().toLowerCase());
}
