/** Words that a community uses for the same thing: each is looked for in all its writings. */
import type { Settings } from '../port.ts';
import { keyOf } from './key.ts';
import { fold } from './normalise.ts';
import { readWords } from './word.ts';
import type { Form, Word } from './word.ts';

/** A little less than what was typed. */
const worth = 0.9;

/** Adds to each word what the community's settings say is the same. */
export const withAliases = (words: readonly Word[], aliases: Settings['aliases']): readonly Word[] =>
  words.map((word) => ({ ...word, forms: [...word.forms, ...aliasForms(word, aliases)] }));

function aliasForms(word: Word, aliases: Settings['aliases']): readonly Form[] {
  const key = keyOf(word.text);
  const others = aliases
    .filter((group) => group.some((alias) => keyOf(alias) === key))
    .flat()
    .filter((alias) => keyOf(alias) !== key);
  return others.flatMap((alias) => formsOfAlias(fold(alias).trim()));
}

/** An alias of several words is looked for as the phrase that it is. */
function formsOfAlias(text: string): readonly Form[] {
  const words = readWords([{ text, quoted: /\s/u.test(text) }]);
  return words.length === 1
    ? (words[0]?.forms ?? []).map((form) => ({ ...form, weight: form.weight * worth }))
    : [];
}
