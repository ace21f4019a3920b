/** What was said, without its secrets. */
import type { Nodes, Root } from 'mdast';
import type { FoundSecret, Locale } from '../port.ts';
import { words } from '../words/index.ts';
import type { Entry } from './manuscript.ts';
import { secretsIn } from './secret.ts';
import type { Found } from './secret.ts';
import { replaced, wholeText } from './whole-text.ts';

/** Each secret is a word in brackets that says what it was; all else is as it was. */
export const masked = (entries: readonly Entry[], locale: Locale): readonly Entry[] =>
  entries.map((entry) => maskedEntry(entry, locale, () => undefined));

/** In the order in which they are masked. */
export const findSecrets = (entries: readonly Entry[]): readonly FoundSecret[] =>
  entries.flatMap((entry) => {
    const found: FoundSecret[] = [];
    maskedEntry(entry, 'en', ({ kind, from }, text) =>
      found.push({ kind, id: entry.id, hint: `${text.slice(from, from + hintLength)}…` }),
    );
    return found;
  });

/** Signs of a secret by which one recognises it. */
const hintLength = 4;

type Tell = (found: Found, text: string) => void;

function maskedEntry(entry: Entry, locale: Locale, tell: Tell): Entry {
  const hide: Hide = (text) => hidden(text, locale, tell);
  const hideAll = (body: Root): Root => eachHidden(hiddenAcross(body, locale, tell), hide) as Root;
  return {
    ...entry,
    body: hideAll(entry.body),
    quotes: entry.quotes.map((quote) => ({ ...quote, body: hideAll(quote.body) })),
    files: entry.files.map((file) => ({ ...file, name: hide(file.name) })),
  };
}

type Hide = (text: string) => string;

export const withoutSecrets = (text: string, locale: Locale): string => hidden(text, locale, () => undefined);

function hidden(text: string, locale: Locale, tell: Tell): string {
  let rest = 0;
  const parts = secretsIn(text).map((found) => {
    const before = text.slice(rest, found.from);
    rest = found.to;
    tell(found, text);
    return before + wordFor(found, locale);
  });
  return parts.join('') + text.slice(rest);
}

const wordFor = ({ kind }: Found, locale: Locale): string => `[${words[locale].noteSecret[kind]}]`;

/** Also what stands in several nodes: a label and, as code, its value; a key of many lines. */
function hiddenAcross(body: Root, locale: Locale, tell: Tell): Root {
  const whole = wholeText(body);
  if (whole.parts.size < 2) return body;
  const all = secretsIn(whole.text);
  if (all.length === 0) return body;
  for (const found of all) tell(found, whole.text);
  return replaced(
    body,
    whole,
    all.map((found) => ({ ...found, by: wordFor(found, locale) })),
  );
}

/** Of a node, what stands in a file, whatever it is there for. */
const fields = ['value', 'url', 'title', 'alt', 'lang', 'meta'] as const;

/** In each text by itself. An address of which a part is hidden leads nowhere: its words stay. */
function eachHidden(node: Nodes, hide: Hide): Nodes {
  const own = node as unknown as Readonly<Record<string, unknown>>;
  const changed: Record<string, unknown> = {};
  for (const field of fields) {
    const text = own[field];
    if (typeof text !== 'string') continue;
    const after = hide(text);
    if (after !== text) changed[field] = after;
  }
  const children = 'children' in node ? node.children.map((child) => eachHidden(child, hide)) : [];
  if (node.type === 'link' && 'url' in changed)
    return { type: 'emphasis', children: children as typeof node.children };
  return { ...node, ...changed, ...('children' in node ? { children } : {}) } as Nodes;
}
