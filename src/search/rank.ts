/** How much a passage is about the words of a query. Pure arithmetic over what the passage says; the index only proposes. */
import type { Passage } from '../port.ts';
import { findable, finderOf } from './find.ts';
import type { Find, Findable } from './find.ts';
import { fold } from './normalise.ts';
import { headingText, sharedLabels, slugOf } from './passage.ts';
import type { Form, Word } from './word.ts';

export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
}

interface Field {
  readonly where: Findable;
  readonly weight: number;
  /** Of the passage itself, or of what it stands in: a passage is no answer by the latter alone. */
  readonly own: boolean;
  /** How often a word must be said to count half. */
  readonly half: number;
}

/** What it is worth to have a word there. A title says what a talk is about; a body mentions many things. */
const weights = {
  title: 6,
  speaker: 6,
  tag: 3,
  tagOfEvent: 0.15,
  series: 4,
  body: 3,
  slug: 2,
  heading: 1,
  path: 1.2,
  above: 0.8,
  label: 4,
  labelAbove: 0.8,
} as const;

/** The beginning of a body says what it is about; the rest is read only for a word that is not there. */
const bodyLimit = 6_000;
const usualBody = 600;

const field = (text: string, weight: number, own: boolean): Field => ({
  where: findable(fold(text)),
  weight,
  own,
  half: 0.25,
});

/** A tag says what a report is about. What an event will be about is not known yet: whoever says the word comes first. */
function tagsOf({ kind, tags }: Passage): Field {
  const text = tags.join('\n');
  if (kind === 'event') return field(text, weights.tagOfEvent, false);
  return kind === 'report' ? field(text, weights.tag, true) : field(text, weights.above, false);
}

function fieldsOf(passage: Passage, limit: number): readonly Field[] {
  const body = fold(passage.text.slice(0, limit));
  const speakers = passage.speakers.flatMap(({ name, handle }) => [name ?? '', handle ?? '']);
  const whole = passage.kind === 'report' || passage.kind === 'event';
  return [
    field(passage.title, weights.title, true),
    field(headingText(passage.section), weights.heading, true),
    ...(whole ? [field(slugOf(passage.file), weights.slug, true)] : []),
    field(speakers.join('\n'), weights.speaker, true),
    tagsOf(passage),
    field(passage.series ?? '', whole ? weights.series : weights.above, whole),
    { where: findable(body), weight: weights.body, own: true, half: 1 + body.length / usualBody },
    field(passage.path.join('\n'), weights.path, false),
    ...(whole ? [] : [field(passage.report.title, weights.above, false)]),
  ];
}

/** A word of the query, ready to be looked for. */
interface Sought {
  readonly word: Word;
  readonly finders: readonly { readonly form: Form; readonly find: Find }[];
}

const seek = (word: Word): Sought => ({
  word,
  finders: word.forms.map((form) => ({ form, find: finderOf(form) })),
});

interface Evidence {
  readonly own: number;
  readonly above: number;
}

/** A piece of a longer word is worth this much of a whole one. */
const pieceWorth = 0.4;

function inField({ finders }: Sought, { where, half }: Field): number {
  if (where.text === '') return 0;
  const worths = finders.map(({ form, find }) => {
    const count = find(where).reduce((sum, { whole }) => sum + (whole ? 1 : pieceWorth), 0);
    return (form.weight * count) / (count + half);
  });
  return Math.max(0, ...worths);
}

function byLabel({ word }: Sought, labels: readonly string[]): number {
  const worths = word.forms.map((form) =>
    form.match === 'label' && labels.includes(form.text) ? form.weight : 0,
  );
  return Math.max(0, ...worths);
}

function evidenceOf(sought: Sought, passage: Passage, fields: readonly Field[]): Evidence {
  const whole = passage.kind === 'report' || passage.kind === 'event';
  const labelled = byLabel(sought, sharedLabels(passage));
  let own = whole ? weights.label * labelled : 0;
  let above = whole ? 0 : weights.labelAbove * labelled;
  for (const each of fields) {
    const worth = each.weight * inField(sought, each);
    if (each.own) own += worth;
    else above += worth;
  }
  return { own, above };
}

const isThere = ({ own, above }: Evidence): boolean => own + above > 0;

interface Judged {
  readonly passage: Passage;
  readonly evidence: readonly Evidence[];
}

/** Best first; ties by date, then by place in the folder, so that the order is always the same. */
export function rank(words: readonly Word[], passages: readonly Passage[]): readonly Ranked[] {
  const sought = words.map(seek);
  const judged = passages.map((passage): Judged => {
    const evidence = judge(passage, sought, bodyLimit);
    const lacks = passage.text.length > bodyLimit && !evidence.every(isThere);
    return { passage, evidence: lacks ? judge(passage, sought, Number.POSITIVE_INFINITY) : evidence };
  });
  const rarity = words.map((_, at) => rarityOf(judged.map(({ evidence }) => evidence[at])));
  return judged
    .map(({ passage, evidence }) => ({
      passage,
      score: isNoAnswer(words, passage, evidence) ? 0 : scoreOf(evidence, rarity),
    }))
    .filter(({ score }) => score > 0 || words.length === 0)
    .toSorted(inOrder);
}

function judge(passage: Passage, sought: readonly Sought[], limit: number): readonly Evidence[] {
  const fields = fieldsOf(passage, limit);
  return sought.map((each) => evidenceOf(each, passage, fields));
}

/** What is quoted must be there. By what it stands in alone nothing is an answer; by all its tags an event is. */
function isNoAnswer(words: readonly Word[], { kind }: Passage, evidence: readonly Evidence[]): boolean {
  if (evidence.some((each, at) => words[at]?.required === true && !isThere(each))) return true;
  const isTagged = kind === 'event' && evidence.every(isThere);
  return !isTagged && evidence.every(({ own }) => own === 0);
}

/** A word that few of the candidates have says more than one that all have. */
function rarityOf(evidence: readonly (Evidence | undefined)[]): number {
  const having = evidence.filter((each) => each !== undefined && isThere(each)).length;
  return Math.log(1 + (evidence.length + 1) / (having + 0.5));
}

function scoreOf(evidence: readonly Evidence[], rarity: readonly number[]): number {
  const all = rarity.reduce((sum, each) => sum + each, 0);
  let score = 0;
  let covered = 0;
  evidence.forEach((each, at) => {
    const weight = (rarity[at] ?? 0) / all;
    const worth = each.own + each.above;
    score += weight * worth;
    if (worth > 0) covered += weight;
  });
  return score * covered ** 4;
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const inOrder = (left: Ranked, right: Ranked): number =>
  right.score - left.score ||
  compare(right.passage.date ?? '', left.passage.date ?? '') ||
  compare(left.passage.file, right.passage.file) ||
  left.passage.line - right.passage.line;
