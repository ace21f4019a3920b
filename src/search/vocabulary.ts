/** The words of a community: what a misspelt or a spoken word can have meant. */
import type { Terms, Word } from '../port.ts';
import { unique } from './key.ts';
import { soundOf } from './sound.ts';

const latin = /^[\p{Script=Latin}\d][\p{Script=Latin}\d+#.]{2,31}$/u;
const katakana = /^[ァ-ヺー]{3,32}$/u;
const numeric = /^[\d.]+$/u;

/** Latin and katakana words of the passages, each once. */
export const vocabularyOf = (passages: readonly Terms[]): readonly Word[] =>
  unique(passages.flatMap(({ name, text }) => `${name} ${text}`.split(' ')))
    .filter((word) => (latin.test(word) && !numeric.test(word)) || katakana.test(word))
    .map((text) => ({ text, sound: soundOf(text) }));
