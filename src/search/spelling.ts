/** English spelling as beats of sound, as a Japanese ear hears them: `react` is r-ea, k, t. */
import type { Beat } from './kana.ts';

/** English spelling → sounds, in this order. `R`: an r that is heard only as a long vowel. */
const spelling: readonly (readonly [RegExp, string])[] = [
  [/tch/gu, 'C'],
  [/sch/gu, 'sk'],
  [/[st]ion/gu, 'Son'],
  [/ph/gu, 'f'],
  [/^gh/gu, 'g'],
  [/gh|^k(?=n)|^w(?=r)/gu, ''],
  [/a(?=l[lkt])|au|aw/gu, 'o'],
  [/d[jg]/gu, 'j'],
  [/[sc]?sh/gu, 'S'],
  [/ch/gu, 'C'],
  [/th/gu, 'T'],
  [/c(?=[eiy])/gu, 's'],
  [/x/gu, 'ks'],
  [/c?k|c|q/gu, 'k'],
  [/m(?=[bp])/gu, 'n'],
  [/(?<=[aeiou])r(?![aeiouy])|(?<=[aeiou])r(?=e$)/gu, 'R'],
  [/([bdfgjklmnprstvz])\1+/gu, '$1'],
  [/(?<=[bdfgjklmnprstvzCST])h/gu, ''],
];

const latinBeat = /([bdfghjklmnprstvzCST]?)([aeiouwyR]*)/gu;

export function latinBeats(word: string): readonly Beat[] {
  const sounds = spelling.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
  const beats = Array.from(sounds.matchAll(latinBeat), ([, consonant = '', vowels = '']) => ({
    consonant,
    vowels,
  }));
  const heard = beats.filter(({ consonant, vowels }) => consonant + vowels !== '');
  return heard[0]?.consonant === '' ? heard : [{ consonant: '', vowels: '' }, ...heard];
}
