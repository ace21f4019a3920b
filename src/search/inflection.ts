/** An English word in its other regular forms, as far as the index has them: build, builds, building; never `built`. */
import { unique } from './key.ts';
import type { Lexicon } from './lexicon.ts';
import type { Form } from './word.ts';

/** More than another word that begins so, and far below the very form: people write a name in one form. */
const worth = 0.4;

const inflectable = /^[a-z]{4,20}$/u;

/** What is left of a word without its ending: three letters and a vowel, or else it was no ending (string, redis). */
const stem = /^(?=.*[aeiouy]).{3,}$/u;

/** What ends so is one of a thing: class, redis, status. */
const singular = /(?:ss|is|us)$/u;
/** What is always more than one, or a name of its own. */
const alone: ReadonlySet<string> = new Set(['news', 'series', 'windows', 'rails', 'spring', 'string']);

/** Where an s needs an e: boxes, classes, branches. */
const hissing = /(?:s|x|z|ch|sh)$/u;
const doubled = /([bdfgklmnprt])\1$/u;
const doubling = /^[^aeiou]*[aeiou][bdglmnprt]$/u;

/** What a word can be a form of: of `caching` cach and cache, of `running` run. */
function basesOf(word: string): readonly string[] {
  const cut = (ending: RegExp, by = ''): readonly string[] =>
    ending.test(word) ? [word.replace(ending, by)] : [];
  const plural = singular.test(word)
    ? []
    : [...cut(/ies$/u, 'y'), ...cut(/(?<=s|x|z|ch|sh)es$/u), ...cut(/s$/u)];
  const bare = [...cut(/ed$/u), ...cut(/ing$/u)];
  const others = bare.flatMap((base) => [`${base}e`, ...(doubled.test(base) ? [base.slice(0, -1)] : [])]);
  const bases = [...plural, ...cut(/ied$/u, 'y'), ...bare, ...others];
  return [word, ...bases.filter((base) => stem.test(base))];
}

/** All that a base becomes, itself first. */
function formsOf(base: string): readonly string[] {
  const plural = hissing.test(base) ? `${base}es` : `${base}s`;
  if (/[^aeiou]y$/u.test(base)) {
    const root = base.slice(0, -1);
    return [base, `${root}ies`, `${root}ied`, `${base}ing`];
  }
  if (base.endsWith('e')) return [base, plural, `${base}d`, `${base.slice(0, -1)}ing`];
  const root = doubling.test(base) ? base + base.slice(-1) : base;
  return [base, plural, `${root}ed`, `${root}ing`];
}

/** Words of the index that are a form of the same word; none for names that look like forms. */
export function inflectionsOf(text: string, all: Lexicon): readonly Form[] {
  if (!inflectable.test(text) || alone.has(text)) return [];
  return unique(basesOf(text).flatMap(formsOf))
    .filter((word) => word !== text && !alone.has(word) && all.has(word))
    .map((word) => ({ match: 'latin', text: word, weight: worth, why: 'inflection' }));
}
