/** Words and filters as what the index is asked: a wider net than the answer, ranked afterwards. */
import type { Expression } from '../port.ts';
import { widthAt } from './code-unit.ts';
import { label } from './key.ts';
import { calledLabel } from './passage.ts';
import type { Wanted } from './query.ts';
import { runsOf } from './script.ts';
import { bigramsOf, joined } from './segment.ts';
import type { Form, Word } from './word.ts';

type Place = (term: string) => Extract<Expression, { readonly term: string }>;

/** Where a passage has a term: anywhere, in what it says itself, in what it is called. */
const places = {
  anywhere: (term) => ({ term, in: ['text', 'context'] }),
  own: (term) => ({ term, in: ['text'] }),
  called: (term) => ({ term: calledLabel(term), in: ['keys'] }),
} as const satisfies Record<string, Place>;

export type Where = keyof typeof places;

/** Alone they are in every text, and mean nothing. */
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/**
 * Enough of its pairs of neighbours to cover it: whether they stand in this order is looked at afterwards. A single
 * character is the beginning of a pair.
 */
function japanese(text: string, place: Place): Expression {
  const all = bigramsOf(text).slice(0, -1);
  const pairs = all.filter((_, at) => at % 2 === 0 || at === all.length - 1);
  return pairs.length === 0
    ? { ...place(text), prefix: !kana.test(text) }
    : { all: pairs.map((pair) => place(pair)) };
}

const anyScript = (text: string, place: Place): Expression => ({
  all: runsOf(text).map((run) => (run.script === 'ja' ? japanese(run.text, place) : place(joined(run.text)))),
});

/** A single character begins many words: whether it is there too is looked at afterwards. */
function tellingOf(parts: readonly string[]): readonly string[] {
  const long = parts.filter((part) => widthAt(part, 0) < part.length);
  return long.length === 0 ? parts : long;
}

function formExpression(form: Form, place: Place): Expression {
  if (form.match === 'split') return { all: tellingOf(form.parts).map((part) => anyScript(part, place)) };
  if (form.match === 'label' && form.text.startsWith(label('speaker', '')))
    return { term: form.text, in: ['keys'] };
  // Whole reports are called by their labels.
  if (form.match === 'label')
    return place === places.anywhere ? { term: form.text, in: ['keys'] } : place(form.text);
  if (form.match === 'phrase') return anyScript(form.text, place);
  // Worth next to nothing in what a passage stands in.
  if (form.match === 'prefix') return { any: form.words.map((word) => places.own(word)) };
  return form.match === 'latin' ? place(form.text) : japanese(form.text, place);
}

/** Has the word in any of its forms. */
export const wordExpression = ({ forms }: Word, where: Where): Expression => ({
  any: forms.map((form) => formExpression(form, places[where])),
});

/** Of less worth is no reason to look at a passage first. */
const worthy = 0.7;

/** Has what was typed, or what is as good as that. */
export const preference = ({ forms }: Word, where: Where): Expression => ({
  any: forms.filter(({ weight }) => weight >= worthy).map((form) => formExpression(form, places[where])),
});

/** Each group is one wish: a passage has a label of every group. */
export const labelsExpression = (groups: readonly (readonly Wanted[])[]): readonly Expression[] =>
  groups.map((group) => ({
    any: group.map(({ kind, key, prefix }) => ({ term: label(kind, key), prefix, in: ['keys'] }) as const),
  }));
