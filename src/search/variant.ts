/** What else a word may be written as in this community's texts: by sound, by a slip of the finger, in another form, as a numeronym, as a part of a name. */
import { conjugated } from './conjugation.ts';
import { inflectionsOf } from './inflection.ts';
import type { Lexicon, Vocabulary } from './lexicon.ts';
import { slipsOf } from './misspelt.ts';
import { numeronymsOf } from './numeronym.ts';
import { shorterNames } from './shorter-name.ts';
import { spokenForms } from './spoken.ts';
import type { Form, Word } from './word.ts';

/** Each word with its variants behind the forms that it has. */
export async function withVariants(words: readonly Word[], vocabulary: Vocabulary): Promise<readonly Word[]> {
  const all = await vocabulary.all();
  return Promise.all(words.map((word) => varied(word, vocabulary, all)));
}

async function varied(word: Word, vocabulary: Vocabulary, all: Lexicon): Promise<Word> {
  const spoken = await Promise.all(word.forms.map((form) => spokenForms(form, vocabulary)));
  const [typed] = word.forms;
  const written =
    typed?.match === 'latin' ? [...slipsOf(typed.text, all), ...numeronymsOf(typed.text, all)] : [];
  const known = [...word.forms.map((form) => withBeginnings(form, all)), ...spoken.flat()];
  return {
    ...word,
    forms: [...known, ...written, ...inflected(word, all), ...shorterNames(word.forms, all)],
  };
}

function inflected({ forms: [typed] }: Word, all: Lexicon): readonly Form[] {
  if (typed?.match === 'latin') return inflectionsOf(typed.text, all);
  return typed?.match === 'japanese' ? conjugated(typed.text) : [];
}

const mostBeginnings = 40;

const withBeginnings = (form: Form, all: Lexicon): Form =>
  form.match === 'prefix' ? { ...form, words: all.beginning(form.text).slice(0, mostBeginnings) } : form;
