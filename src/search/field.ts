/** What a passage says and where it says it, as ranking reads it. */
import type { FieldName, Passage } from '../port.ts';
import { findable } from './find.ts';
import type { Findable } from './find.ts';
import { label, speakerKey } from './key.ts';
import { fold } from './normalise.ts';
import { headingText, nameTexts, sharedLabels, slugOf } from './passage.ts';

interface Placed {
  readonly name: FieldName;
  readonly weight: number;
  /** Of the passage itself, or of what it stands in: a passage is no answer by the latter alone. */
  readonly own: boolean;
}

export interface Field extends Placed {
  readonly where: Findable;
  /** How often a word must be said to count half. */
  readonly half: number;
}

/** Labels that a passage has; each is there or not. */
export interface LabelField extends Placed {
  readonly labels: readonly string[];
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

const usualBody = 600;

type Made = readonly [name: FieldName, text: string, weight: number, own: boolean];

const field = (...[name, text, weight, own]: Made): Field => ({
  name,
  where: findable(fold(text)),
  weight,
  own,
  half: 0.25,
});

const isWhole = ({ kind }: Passage): boolean => kind === 'report' || kind === 'event';

/** A tag says what a report is about. What an event will be about is not known yet: whoever says the word comes first. */
function tagsOf({ kind, tags }: Passage): Field {
  const text = tags.join('\n');
  if (kind === 'event') return field('tag', text, weights.tagOfEvent, false);
  return kind === 'report' ? field('tag', text, weights.tag, true) : field('tag', text, weights.above, false);
}

/** The texts of a passage, of its body the first `limit` characters. */
export function fieldsOf(passage: Passage, limit: number): readonly Field[] {
  const body = fold(passage.text.slice(0, limit));
  const whole = isWhole(passage);
  return [
    field('title', passage.title, weights.title, true),
    field('heading', headingText(passage.section), weights.heading, true),
    ...(whole ? [field('file', slugOf(passage.file), weights.slug, true)] : []),
    field('speaker', nameTexts(passage.speakers).join('\n'), weights.speaker, true),
    tagsOf(passage),
    field('series', passage.series ?? '', whole ? weights.series : weights.above, whole),
    {
      name: 'body',
      where: findable(body),
      weight: weights.body,
      own: true,
      half: 1 + body.length / usualBody,
    },
    field('path', passage.path.join('\n'), weights.path, false),
    ...(whole ? [] : [field('report', passage.report.title, weights.above, false)]),
  ];
}

/** Its labels: of a talk all but its speakers are those of the report. */
export function labelFieldsOf(passage: Passage): readonly LabelField[] {
  const whole = isWhole(passage);
  return [
    {
      name: 'label',
      labels: sharedLabels(passage),
      weight: whole ? weights.label : weights.labelAbove,
      own: whole,
    },
    {
      name: 'speaker',
      labels: nameTexts(passage.speakers).map((name) => label('speaker', speakerKey(name))),
      weight: weights.speaker,
      own: true,
    },
  ];
}
