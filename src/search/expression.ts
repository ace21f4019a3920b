/** Words and filters as what the index is asked: a wider net than the answer, ranked afterwards. */
import type { Expression } from '../port.ts';
import { label } from './key.ts';
import type { Wanted } from './query.ts';
import { bigramsOf, joined, runsOf } from './segment.ts';
import type { Form, Word } from './word.ts';

const term = (text: string): Expression => ({ term: text });

/** Alone they are in every text, and mean nothing. */
const kana = /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/**
 * Enough of its pairs of neighbours to cover it: whether they stand in this order is looked at afterwards. A single
 * character is the beginning of a pair.
 */
function japanese(text: string): Expression {
  const all = bigramsOf(text).slice(0, -1);
  const pairs = all.filter((_, at) => at % 2 === 0 || at === all.length - 1);
  return pairs.length === 0
    ? { term: text, prefix: !kana.test(text), in: 'net' }
    : { all: pairs.map((pair) => ({ term: pair, in: 'net' }) as const) };
}

const anyScript = (text: string): Expression => ({
  all: runsOf(text).map((run) => (run.script === 'ja' ? japanese(run.text) : term(joined(run.text)))),
});

function formExpression(form: Form): Expression {
  if (form.match === 'split') return { all: form.parts.map(anyScript) };
  if (form.match === 'label') return { term: form.text, in: 'keys' };
  if (form.match === 'phrase') return anyScript(form.text);
  if (form.match === 'prefix') return { term: form.text, prefix: true };
  return form.match === 'japanese' ? japanese(form.text) : term(form.text);
}

export const wordExpression = ({ forms }: Word): Expression => ({ any: forms.map(formExpression) });

/** Each group is one wish: a passage has a label of every group. */
export const labelsExpression = (groups: readonly (readonly Wanted[])[]): readonly Expression[] =>
  groups.map((group) => ({
    any: group.map(({ kind, key, prefix }) => ({ term: label(kind, key), prefix, in: 'keys' }) as const),
  }));
