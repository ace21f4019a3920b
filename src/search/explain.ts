/** A search taken apart: what the query was understood as, and for each hit what its score is made of. The ranking itself is not repeated. */
import type { Explanation, ExplainedHit, SearchRequest, Understood, Variant } from '../port.ts';
import { ask } from './ask.ts';
import type { Ground } from './ask.ts';
import type { Filter } from './query.ts';
import type { Ranked } from './rank.ts';
import { veilFor } from './veil.ts';
import type { Form, Word } from './word.ts';

/** Never throws for what was typed. */
export async function explain({ text, offset, limit }: SearchRequest, ground: Ground): Promise<Explanation> {
  const { query, words, ranked, total } = await ask(text, ground, offset + limit);
  const veil = veilFor(ground.settings.people);
  return {
    words: words.map(understood),
    filters: filtersOf(query.filter),
    faults: query.faults,
    hits: ranked
      .slice(offset, offset + limit)
      .map((each) => explained({ ...each, passage: veil(each.passage) }, words)),
    total,
  };
}

const understood = ({ text, required, forms }: Word): Understood => ({
  text,
  required,
  variants: forms.map(variantOf),
});

const variantOf = (form: Form): Variant => ({
  text: form.match === 'split' ? form.parts.join(' ') : form.match === 'prefix' ? `${form.text}…` : form.text,
  why: form.why,
  weight: form.weight,
});

/** Labels whose filter has another name. */
const filterNames: Readonly<Record<string, string>> = { when: 'year' };

const filtersOf = ({ labels, from, before, kinds }: Filter): Explanation['filters'] => [
  ...labels.map(({ kind, key }) => ({ name: filterNames[kind] ?? kind, value: key })),
  ...(from === null ? [] : [{ name: 'after', value: from }]),
  ...(before === null ? [] : [{ name: 'before', value: before }]),
  ...(kinds ?? []).map((kind) => ({ name: 'type', value: kind })),
];

function explained(
  { passage, score, coverage, shares, evidence }: Ranked,
  words: readonly Word[],
): ExplainedHit {
  const { kind, file, section, line, title, date } = passage;
  const reasons = words.map(({ text }, at) => ({
    word: text,
    share: shares[at] ?? 0,
    findings: (evidence[at]?.parts ?? [])
      .toSorted((left, right) => right.worth - left.worth)
      .map(({ field, form, worth }) => ({ field, variant: variantOf(form), worth })),
  }));
  return { kind, file, section, line, title, date, score, coverage, reasons };
}
