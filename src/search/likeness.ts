/** Of several spellings that a katakana word may stand for, which is the usual one: クッキー is cookie rather than quick. */
import { katakanaBeats } from './kana.ts';
import { isLongI } from './sound.ts';
import { latinBeats } from './spelling.ts';

/** How English usually writes the vowels of katakana, in this order. */
const usual: readonly (readonly [spelt: RegExp, said: string])[] = [
  [/e[ae]|ie/gu, 'i'],
  [/oo|ou/gu, 'u'],
  [/a[iy]|ei/gu, 'e'],
  [/oa|ow/gu, 'o'],
  [/y/gu, 'i'],
  [/w/gu, 'u'],
];

/** At the end of a word it is not heard. */
const unheard = /e$/u;
/** Worker, server, error: アー. */
const longA = /[aeiou]R$/u;

/** Japanese does not tell them apart, and neither is usual. */
const liquids = 'lr';

/** 0: as it is usually written. The more, the less usual. */
export function unlikeness(katakana: string, latin: string): number {
  const written = latinBeats(latin);
  const costs = katakanaBeats(katakana).map((beat, at) => {
    const { consonant, vowels } = written[at] ?? beat;
    const isUsual = beat.consonant === liquids || beat.consonant.indexOf(consonant) <= 0;
    const spelt = at === written.length - 1 ? vowels.replace(unheard, '') : vowels;
    return (isUsual ? 0 : 0.5) + vowelCost(beat.vowels, spelt, at === 0);
  });
  return costs.reduce((sum, cost) => sum + cost, 0);
}

/** Vowels that only one of the two has. After a consonant Japanese puts in what English does not have. */
function vowelCost(said: string, spelt: string, isFirst: boolean): number {
  if (isLongI(said, spelt)) return 0;
  if (spelt === '' && !isFirst) return /^[uoi]?$/u.test(said) ? 0 : 1;
  const long = spelt.replace(longA, said.endsWith('a') ? 'a' : '$&').replace('R', '');
  return new Set(glides(said)).symmetricDifference(new Set(heard(long))).size;
}

/** ワ and ヤ, as vowels. */
const glides = (said: string): string => said.replace('w', 'u').replace('y', 'i');

const heard = (spelt: string): string =>
  usual.reduce((text, [letters, vowel]) => text.replace(letters, vowel), spelt);
