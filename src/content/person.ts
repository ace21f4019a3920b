/** Names of people: what looks like one, and what it says (name, handle, page). */
import type { Speaker } from '../model.ts';
import { narrow, slice, type Inline } from './inline.ts';
import { AFFILIATION, HONORIFIC, LEADING, NOT_NAMES, PROFILE_HOSTS } from './person-words.ts';

const MAX_NAME = 40;

/** An address of e-mail is no handle, and nobody's name. */
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

/** People in a text that is nothing but names: `@a, @b`, `斉藤 祐也`, `やっさん(@yassan)さん`, `[x](https://x.com/x)`. */
export function peopleOf(inline: Inline): readonly Speaker[] {
  const people: Speaker[] = [];
  let start = 0;
  for (const match of narrow(inline.text).matchAll(
    /\s*(?:(?<=@.*)[,、]|[,、](?!\s*@)|[&×+\n]|\s(?:and|と)\s|と(?=@))\s*/g,
  )) {
    people.push(...personOf(slice(inline, start, match.index)));
    start = match.index + match[0].length;
  }
  return unique([...people, ...personOf(slice(inline, start))]);
}

/** Could this text be somebody's name? Words of a sentence, sites, numbers and parts ("前編") are not. */
export function isNameLike(text: string): boolean {
  const written = narrow(text).replace(MAIL, '');
  const plain = written
    .replace(/\s+\/\s.*$/, '')
    .replace(/@[\w-]+|\([^)]*\)/g, '')
    .replace(HONORIFIC, '')
    .trim();
  if (plain === '') return /@\w/.test(written);
  if (plain.length > MAX_NAME || plain.split(/\s+/).length > 4) return false;
  if (/[。、!?「」『』:;"”“#]/.test(plain) || NOT_NAMES.test(plain)) return false;
  if (HONORIFIC.test(written) || /@\w/.test(written)) return true;
  return /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(plain)
    ? isJapaneseName(plain)
    : isLatinName(plain);
}

/** Letters of one kind, but for a family name in kanji with a given name in kana; particles betray a sentence. */
function isJapaneseName(text: string): boolean {
  if (text.replace(/\s/g, '').length > 12) return /(?:チーム|の皆さん)$/.test(text);
  const hasHiragana = /\p{sc=Hiragana}/u.test(text);
  if (!hasHiragana) return !/^\p{sc=Katakana}[\p{sc=Katakana}ー]{8,}$/u.test(text);
  return (
    /^[\p{sc=Hiragana}ー]{2,10}\d?$/u.test(text) || /^\p{sc=Han}{1,4}\s?[\p{sc=Hiragana}]{2,5}$/u.test(text)
  );
}

/** A handle is one word; a name is several, each with a capital. */
function isLatinName(text: string): boolean {
  if (!/\p{L}/u.test(text) || /[/\\<>=]/.test(text)) return false;
  const words = text.split(/\s+/);
  return words.length === 1
    ? /^[\w.-]{2,30}$/.test(text)
    : words.every((word) => /^[\p{Lu}(]/u.test(word) || /^(?:de|van|von|da|del|la)$/.test(word));
}

/** One person, or nobody. */
export function personOf(inline: Inline): readonly Speaker[] {
  const url = inline.links.find((link) => link.end > link.start)?.url ?? null;
  const text = narrow(inline.text)
    .replace(MAIL, '')
    .replace(/\/ (?:Twitter|X)$/, '')
    .replace(LEADING, '')
    .trim();
  const handle = /@([A-Za-z0-9_][\w-]{0,38})/.exec(text)?.[1] ?? null;
  const name = isNickname(inline) ? text : nameIn(text);
  if (handle === null && (name === '' || !/[\p{L}\p{N}]/u.test(name))) return [];
  if (name.length > MAX_NAME) return handle === null ? [] : [{ name: null, handle, url }];
  return [{ name: name === '' ? null : name, handle: handle ?? handleOf(url), url }];
}

function nameIn(text: string): string {
  return text
    .replace(/[(【]?\s*@[A-Za-z0-9_][\w-]*\s*(?:さん|氏)?\s*[)】]?/g, ' ')
    .replace(/[,、]\s*$/, '')
    .replace(AFFILIATION, '')
    .trim()
    .replace(HONORIFIC, '')
    .trim();
}

/** A link that is hiragana throughout is how somebody calls themselves, さん and all. */
function isNickname({ text, links }: Inline): boolean {
  const isLink = links.some(({ start, end }) => start === 0 && end === text.length);
  return isLink && /^[\p{sc=Hiragana}ー]+$/u.test(text);
}

/** The handle that a profile's address has: `https://twitter.com/x` → `x`. */
export function handleOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const user = PROFILE_HOSTS.find(({ host }) => host.test(hostname))?.path.exec(pathname)?.[1];
  return user === undefined || RESERVED.has(user.toLowerCase()) ? null : user;
}

const RESERVED: ReadonlySet<string> = new Set([
  'search',
  'hashtag',
  'i',
  'intent',
  'share',
  'home',
  'explore',
  'orgs',
  'topics',
]);

/** Each person once; a later mention adds what the first lacked. */
export function unique(people: readonly Speaker[]): readonly Speaker[] {
  const found: Speaker[] = [];
  for (const person of people) {
    const index = found.findIndex((other) => isSame(other, person));
    const other = found[index];
    if (!other) found.push(person);
    else
      found[index] = {
        name: other.name ?? person.name,
        handle: other.handle ?? person.handle,
        url: other.url ?? person.url,
      };
  }
  return found;
}

function isSame(a: Speaker, b: Speaker): boolean {
  if (a.handle !== null && b.handle !== null) return a.handle.toLowerCase() === b.handle.toLowerCase();
  return a.name !== null && a.name === b.name;
}
