/**
 * How a word sounds, roughly: リアクト and `react` are both r-k-t. The index keeps each word under such a skeleton; finer
 * consonants and the vowels then decide between the words that share one.
 */
import { katakanaBeats } from './kana.ts';
import type { Beat } from './kana.ts';
import { latinBeats } from './spelling.ts';

/** Consonants that are one in a skeleton. */
const coarse: Readonly<Record<string, string>> = {
  S: 's',
  T: 's',
  z: 's',
  j: 's',
  C: 't',
  f: 'h',
  v: 'b',
  l: 'r',
};

const isKatakana = /^[ァ-ヺー]+$/u;

const beatsOf = (word: string): readonly Beat[] =>
  isKatakana.test(word) ? katakanaBeats(word) : latinBeats(word);

const coarseOf = (consonant: string): string => coarse[consonant] ?? consonant;

/** Words that are read, not names of machines and checksums. */
const readable = /^(?:[a-z]{2,20}|[ァ-ヺー]{2,20})$/u;

/** The skeleton under which the index keeps a word; '' if it has none. */
export const soundOf = (word: string): string =>
  readable.test(word)
    ? beatsOf(word)
        .map(({ consonant }) => coarseOf(consonant[0] ?? ''))
        .join('')
    : '';

const mostSounds = 64;

/** Every skeleton that a word can have in the other script, the likeliest first; of katakana the plural too. */
export function soundsOf(word: string): readonly string[] {
  if (!readable.test(word)) return [];
  let sounds: readonly string[] = [''];
  for (const { consonant } of beatsOf(word).slice(1)) {
    const choices = [...new Set(Array.from(consonant, coarseOf))];
    const likeliest = sounds.length * choices.length > mostSounds ? choices.slice(0, 1) : choices;
    sounds = sounds.flatMap((sound) => likeliest.map((choice) => sound + choice));
  }
  const plurals = isKatakana.test(word) ? sounds.map((sound) => `${sound}s`) : [];
  return [...sounds, ...plurals].filter((sound) => sound !== '');
}

/** Letters of English with which a vowel of katakana may be spelt. */
const spelt: Readonly<Record<string, string>> = {
  a: 'auR',
  i: 'iey',
  u: 'uow',
  e: 'ea',
  o: 'oR',
  y: 'yiue',
  w: 'wuo',
};

/** What Japanese puts in where English has no vowel, and what English writes without saying it. */
const filling = /^[uoi]?$/u;
const silent = /^e?$/u;

/** 0: `katakana` is how `other` (Latin, or katakana too) is said. 1: not at all. */
export function soundDistance(katakana: string, other: string): number {
  const said = beatsOf(katakana);
  const written = beatsOf(other);
  const plural = written.length === said.length + 1 && other.endsWith('s');
  if (said.length !== written.length && !plural) return 1;
  const both = isKatakana.test(other);
  const costs = said.map((beat, at) => beatCost(beat, written[at] ?? beat, both));
  return Math.min(1, costs.reduce((sum, cost) => sum + cost, 0) / said.length);
}

/** Worse than any pair of vowels. */
const otherConsonant = 2;

function beatCost(said: Beat, written: Beat, bothKatakana: boolean): number {
  if (bothKatakana)
    return said.consonant === written.consonant && alike(said.vowels, written.vowels) ? 0 : otherConsonant;
  if (said.consonant !== '' && !said.consonant.includes(written.consonant)) return otherConsonant;
  return vowelCost(said.vowels, written.vowels);
}

const alike = (left: string, right: string): boolean => squeeze(left) === squeeze(right);
const squeeze = (vowels: string): string => vowels.replace(/(.)\1+/gu, '$1');

/** Python, type: an i that is heard as two vowels. */
export const isLongI = (said: string, written: string): boolean => said === 'ai' && /^[iy]e?$/u.test(written);
const longI = 0.1;

function vowelCost(said: string, written: string): number {
  if (isLongI(said, written)) return longI;
  if (silent.test(written) && filling.test(said)) return 0;
  if (said === '' || written === '') return 0.7;
  const fits = Array.from(said).filter((vowel) =>
    Array.from(spelt[vowel] ?? '').some((letter) => written.includes(letter)),
  );
  return 1 - fits.length / said.length;
}
