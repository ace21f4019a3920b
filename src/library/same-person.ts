/** Writings of names that are one person's although they never stood together: by how a name is read, by whose slides somebody shows. */
import { speakerKey, unique } from '../search/key.ts';
import { plainRomaji, romajiOf } from '../search/romaji.ts';

/** Labels of two writings of one person. */
export type Pair = readonly [string, string];

/** Names as they are written → pairs of their labels. */
export const sameByReading = (names: readonly string[]): readonly Pair[] => [
  ...sameTurned(names),
  ...sameSpoken(names),
];

const latinName = /^(\p{Script=Latin}+)\s+(\p{Script=Latin}+)$/u;

/** `Hanako Yamada` is `yamadahanako`. */
function sameTurned(names: readonly string[]): readonly Pair[] {
  const known = new Set(names.map(speakerKey));
  return names.flatMap((name): readonly Pair[] => {
    const [, first, last] = latinName.exec(name.trim()) ?? [];
    if (first === undefined || last === undefined) return [];
    const turned = speakerKey(last + first);
    return known.has(turned) ? [[speakerKey(name), turned]] : [];
  });
}

/** A shorter name in kana may be one half of it: many are called けんたろう. */
const shortestFullName = 6;

/** `やまだ はなこ` is `yamadahanako`, if nobody else is read so. */
function sameSpoken(names: readonly string[]): readonly Pair[] {
  const keys = unique(names.map(speakerKey));
  const latin = Map.groupBy(
    keys.filter((key) => /^[a-z]+$/u.test(key)),
    plainRomaji,
  );
  return names.flatMap((name): readonly Pair[] => {
    const read = readings(name).flatMap((reading) => latin.get(reading) ?? []);
    const [other] = read;
    return other !== undefined && read.length === 1 ? [[speakerKey(name), other]] : [];
  });
}

/** Of a full name in kana, with the family name first or last. */
function readings(name: string): readonly string[] {
  const parts = name
    .trim()
    .split(/[\s・]+/u)
    .map(romajiOf);
  if (!parts.every((part) => part !== null)) return [];
  const isFull = parts.length === 2 || Array.from(name).length >= shortestFullName;
  return isFull ? unique([parts, parts.toReversed()].map((part) => plainRomaji(part.join('')))) : [];
}

/** Who showed slides of whose account. */
export interface Deck {
  /** As the report calls the speaker. */
  readonly speaker: string;
  /** Label of the account. */
  readonly owner: string;
}

/** One word of Latin letters: an account itself, and no other name of somebody else's. */
const account = /^[\w.-]+$/u;

/**
 * A name and the account whose slides were shown under it, if the account's owner gives talks by that name as well and
 * no third one does: a company's account has many speakers, and of a deck that was only cited the owner is another
 * account or unknown here.
 */
export function sameBySlides(decks: readonly Deck[]): readonly Pair[] {
  const pairs = [...Map.groupBy(decks, ({ owner }) => owner)].flatMap(([owner, shown]): readonly Pair[] => {
    const others = unique(shown.map(({ speaker }) => speaker)).filter((name) => speakerKey(name) !== owner);
    const [other, ...more] = others.filter((name) => !account.test(name));
    const isOwn = shown.some(({ speaker }) => speakerKey(speaker) === owner);
    return isOwn && other !== undefined && more.length === 0 ? [[speakerKey(other), owner]] : [];
  });
  const accounts = Map.groupBy(pairs, ([speaker]) => speaker);
  return pairs.filter(([speaker]) => accounts.get(speaker)?.length === 1);
}
