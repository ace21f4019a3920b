/** What a passage says of the words of a query: for each word the places that have it, and what each is worth. */
import type { FieldName, Passage } from '../port.ts';
import { fieldsOf, labelFieldsOf } from './field.ts';
import type { Field, LabelField } from './field.ts';
import { finderOf } from './find.ts';
import type { Find } from './find.ts';
import type { Form, Word } from './word.ts';

/** A place that has a word, by the form that is worth most there. */
export interface Part {
  readonly field: FieldName;
  readonly form: Form;
  readonly worth: number;
}

/** All that a passage has of one word; of its own and of what it stands in. */
export interface Evidence {
  readonly own: number;
  readonly above: number;
  readonly parts: readonly Part[];
}

export const isThere = ({ own, above }: Evidence): boolean => own + above > 0;

/** A word of the query, ready to be looked for. */
export interface Sought {
  readonly texts: readonly { readonly form: Form; readonly find: Find }[];
  readonly labels: readonly (Form & { readonly match: 'label' })[];
}

export const seek = ({ forms }: Word): Sought => ({
  texts: forms.filter(({ match }) => match !== 'label').map((form) => ({ form, find: finderOf(form) })),
  labels: forms.flatMap((form) => (isLabel(form) ? [form] : [])),
});

const isLabel = (form: Form): form is Form & { readonly match: 'label' } => form.match === 'label';

/** The beginning of a body says what it is about; the rest is read only for a word that is not there. */
const bodyLimit = 6_000;

/** Of each of the words. */
export function evidenceIn(passage: Passage, sought: readonly Sought[]): readonly Evidence[] {
  const evidence = look(passage, sought, bodyLimit);
  const lacks = passage.text.length > bodyLimit && !evidence.every(isThere);
  return lacks ? look(passage, sought, Number.POSITIVE_INFINITY) : evidence;
}

function look(passage: Passage, sought: readonly Sought[], limit: number): readonly Evidence[] {
  const fields = fieldsOf(passage, limit);
  const labels = sought.some((each) => each.labels.length > 0) ? labelFieldsOf(passage) : [];
  return sought.map((each) => weigh(each, fields, labels));
}

function weigh(sought: Sought, fields: readonly Field[], labels: readonly LabelField[]): Evidence {
  let own = 0;
  let above = 0;
  const parts: Part[] = [];
  const add = ({ name, weight, own: isOwn }: Field | LabelField, best: Best | null): void => {
    if (best === null) return;
    const worth = weight * best.share;
    parts.push({ field: name, form: best.form, worth });
    if (isOwn) own += worth;
    else above += worth;
  };
  for (const each of fields) add(each, inField(sought, each));
  for (const each of labels) add(each, byLabel(sought, each));
  return { own, above, parts };
}

/** The form that is worth most, and how much of the place's weight. */
interface Best {
  readonly form: Form;
  readonly share: number;
}

/** A piece of a longer word is worth this much of a whole one. */
const pieceWorth = 0.4;

function inField({ texts }: Sought, { where, half }: Field): Best | null {
  if (where.text === '') return null;
  let best: Best | null = null;
  for (const { form, find } of texts) {
    const count = find(where).reduce((sum, { whole }) => sum + (whole ? 1 : pieceWorth), 0);
    const share = (form.weight * count) / (count + half);
    if (share > (best?.share ?? 0)) best = { form, share };
  }
  return best;
}

function byLabel({ labels: wanted }: Sought, { labels }: LabelField): Best | null {
  let best: Best | null = null;
  for (const form of wanted)
    if (form.weight > (best?.share ?? 0) && labels.includes(form.text)) best = { form, share: form.weight };
  return best;
}
