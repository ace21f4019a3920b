/** Words that mean the same thing, names of the same person: each is looked for in all its writings, those of several words as the phrase that they are. */
import { keyOf, label, speakerKey, unique } from './key.ts';
import { fold } from './normalise.ts';
import { readWords } from './word.ts';
import type { Form, Word } from './word.ts';

type Groups = readonly (readonly string[])[];

export interface Aliases {
  /** Words for one thing. */
  readonly things: Groups;
  /** Names of one person. */
  readonly people: Groups;
}

/** Less than what was typed. Who speaks is the same person by whatever name. */
const worth = { name: 0.7, person: 0.95 } as const;

/** Longer runs of words are no name of anything. */
const longestName = 4;

type Names = ReadonlyMap<string, string>;

/** Groups stay the same from query to query. */
const known = new WeakMap<readonly string[], Names>();

function namesByKey(group: readonly string[]): Names {
  const names = known.get(group) ?? new Map(group.map((name) => [keyOf(name), name]));
  known.set(group, names);
  return names;
}

/** Adds to each word, or run of words, what is the same, and the initials of a long name. */
export function withAliases(words: readonly Word[], { things, people }: Aliases): readonly Word[] {
  const sets = { things: things.map(namesByKey), people: people.map(namesByKey) };
  const spans = words.flatMap((_, start) =>
    Array.from({ length: Math.min(longestName, words.length - start) }, (__, more) => ({
      start,
      end: start + more + 1,
    })),
  );
  const found = spans.map((span) => ({ ...span, forms: formsOf(words.slice(span.start, span.end), sets) }));
  return words.map((word, at) => ({
    ...word,
    forms: [
      ...word.forms,
      ...found.filter(({ start, end }) => start <= at && at < end).flatMap(({ forms }) => forms),
    ],
  }));
}

interface Sets {
  readonly things: readonly Names[];
  readonly people: readonly Names[];
}

function formsOf(span: readonly Word[], { things, people }: Sets): readonly Form[] {
  const key = keyOf(span.map(({ text }) => text).join(''));
  const person = people.filter((set) => set.has(key));
  return [
    ...others(key, things).flatMap((name) => formsOfName(name, 'alias')),
    ...others(key, person).flatMap((name) => formsOfName(name, 'person')),
    ...unique(person.flatMap((set) => [...set.values()].map(speakerKey))).map(speaking),
    ...initials(span),
  ];
}

const others = (key: string, sets: readonly Names[]): readonly string[] =>
  unique(
    sets
      .filter((set) => set.has(key))
      .flatMap((set) => [...set].filter(([other]) => other !== key).map(([, name]) => fold(name).trim())),
  );

const speaking = (key: string): Form => ({
  match: 'label',
  text: label('speaker', key),
  weight: worth.person,
  why: 'person',
});

/** A name of several words is looked for as a phrase, and written as one. */
function formsOfName(name: string, why: 'alias' | 'person'): readonly Form[] {
  const words = readWords([{ text: name, quoted: /\s/u.test(name) }]);
  const [form] = words.length === 1 ? (words[0]?.forms ?? []) : [];
  if (form === undefined) return [];
  const phrase: Form = { ...form, weight: worth.name, why };
  return /^[a-z ]+$/u.test(name) && name.includes(' ')
    ? [phrase, { match: 'latin', text: name.replaceAll(' ', ''), weight: worth.name, why }]
    : [phrase];
}

/** Fewer letters are initials of too much. */
const shortestInitials = 3;

/** Content Security Policy is also CSP. */
function initials(span: readonly Word[]): readonly Form[] {
  const all = span.map(({ text }) => /^[a-z]{2,}$/u.exec(text)?.[0][0] ?? '');
  return span.length < shortestInitials || all.includes('')
    ? []
    : [{ match: 'latin', text: all.join(''), weight: worth.name, why: 'initials' }];
}
