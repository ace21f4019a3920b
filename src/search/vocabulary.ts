/** The words of a community: what a misspelt or a spoken word can have meant. */
import type { Word } from '../port.ts';
import type { Cut } from './cut.ts';
import { unique } from './key.ts';
import { recurring } from './recurring.ts';
import { katakanaWords } from './segment.ts';

import { soundOf } from './sound.ts';

const latin = /^[\p{Script=Latin}\d][\p{Script=Latin}\d+#.]{2,31}$/u;
const katakana = /^[ァ-ヺー]{3,32}$/u;
const numeric = /^[\d.]+$/u;

const wordOf = recurring((text: string): Word => ({ text, sound: soundOf(text) }));
const wordsOfRun = recurring(katakanaWords);

const isSpelt = recurring((word: string) => latin.test(word) && !numeric.test(word));

/** Latin and katakana words, each once, with their sounds. */
export const vocabularyOf = (cuts: readonly Cut[]): readonly Word[] => {
  const spelt = unique(cuts.flatMap((cut) => cut.spelt)).filter(isSpelt);
  const spoken = unique(cuts.flatMap((cut) => cut.katakana)).flatMap(wordsOfRun);
  return unique([...spelt, ...spoken.filter((word) => katakana.test(word))]).map(wordOf);
};
