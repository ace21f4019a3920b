/** Tags of every shape: a list, one string with commas, semicolons or spaces, under whatever key. */
import type { FrontMatter } from './front-matter.ts';

/** The first of these keys that has tags is taken; categories only stand in where there are none. */
const KEYS = [
  ['tags', 'tag', 'topics', 'event_tags', 'keywords'],
  ['categories', 'category'],
] as const;

const MAX_TAGS = 50;

/** Lower-case, NFKC, each once, in their order. */
export function tagsOf({ data }: FrontMatter): readonly string[] {
  for (const keys of KEYS) {
    const tags = keys
      .flatMap((key) => wordsOf(data[key]))
      .map(clean)
      .filter((tag) => tag !== '');
    if (tags.length > 0) return [...new Set(tags)].slice(0, MAX_TAGS);
  }
  return [];
}

function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => (isWord(one) ? [String(one)] : []));
  return isWord(value) ? split(String(value)) : [];
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Spaces separate tags only where nothing else does and the words are no name, as `Haskell Implementors' Workshop` is. */
function split(text: string): readonly string[] {
  const plain = text.replace(/^\[(.*)\]$/, '$1');
  if (/[,、，;；]/.test(plain)) return plain.split(/[,、，;；]/);
  return isOneName(plain) ? [plain] : plain.split(/[\s\u3000]+/);
}

function isOneName(text: string): boolean {
  return /['’]|\s(?:of|for|and|the|in|の)\s|\s(?:workshop|symposium|conference|meetup|day|summit|kaigi)$/i.test(
    text,
  );
}

function clean(tag: string): string {
  return tag
    .normalize('NFKC')
    .trim()
    .replace(/^["'#]+|["']+$/g, '')
    .toLowerCase();
}
