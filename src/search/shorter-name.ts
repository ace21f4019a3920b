/** A speaker who is called by the first half of the name: who asks for `yamadahanako` may mean `yamada`, after all that have the whole name. */
import { label, unique } from './key.ts';
import type { Lexicon } from './lexicon.ts';
import type { Form } from './word.ts';

const worth = 0.5;

/** Shorter names are those of many people. */
const shortestHalf = 5;
/** Fewer letters are an ending, and no other half. */
const shortestOther = 4;

const name = /^[a-z]+$/u;

/** Labels of speakers with whose names the words begin that were typed, or that are the same person. */
export function shorterNames(forms: readonly Form[], all: Lexicon): readonly Form[] {
  const whole = forms.flatMap((form) =>
    form.match === 'latin' && ['typed', 'person'].includes(form.why) && name.test(form.text)
      ? [form.text]
      : [],
  );
  return unique(whole.flatMap(halvesOf))
    .filter(all.has)
    .map((half) => ({ match: 'label', text: label('speaker', half), weight: worth, why: 'shorter-name' }));
}

/** Of `yamadahanako`: yamad, yamada, … yamadahan. */
const halvesOf = (whole: string): readonly string[] =>
  Array.from({ length: Math.max(0, whole.length - shortestHalf - shortestOther + 1) }, (_, at) =>
    whole.slice(0, at + shortestHalf),
  );
