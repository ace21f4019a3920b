/** Why a search found what it found, in this order: for organisers who wonder, and for who works on the ranking. */
import type { Hit, QueryFault } from './library.ts';

/**
 * Why a text may have a word in that form. `typed`: as it was typed. `joint`: with or without what joins its parts or ends
 * it (`node.js`, `nodejs`, `docker con`). `parts`: cut. `beginning`: longer words that begin so. `label`: a date or a
 * number. `alias`: the same thing by another name. `person`: the same person. `shorter-name`: a half of that name.
 * `initials`: of several words. `sound`: said alike. `slip`: the query is misspelt. `neighbour`: perhaps the text is.
 * `numeronym`: `k8s`. `inflection`: the same word in another form, builds and 速く.
 */
export type Why =
  | 'typed'
  | 'joint'
  | 'parts'
  | 'beginning'
  | 'label'
  | 'alias'
  | 'person'
  | 'shorter-name'
  | 'initials'
  | 'sound'
  | 'slip'
  | 'neighbour'
  | 'numeronym'
  | 'inflection';

/** Where a passage says a word. `report`: what it stands in, `path`: the headings above it. */
export type FieldName =
  | 'title'
  | 'heading'
  | 'file'
  | 'speaker'
  | 'tag'
  | 'series'
  | 'body'
  | 'path'
  | 'report'
  | 'label';

/** A form in which a word is looked for. `weight`: how much of the word it is worth, 1 for all of it. */
export interface Variant {
  readonly text: string;
  readonly why: Why;
  readonly weight: number;
}

/** A word of the query. `required`: quoted, what lacks it is no hit. */
export interface Understood {
  readonly text: string;
  readonly required: boolean;
  readonly variants: readonly Variant[];
}

/** What one place of a passage adds for one word. */
export interface Finding {
  readonly field: FieldName;
  /** The form that was found there. */
  readonly variant: Variant;
  readonly worth: number;
}

/** What one word adds to a score: `share` × the sum of what its findings are worth. */
export interface Reason {
  readonly word: string;
  /** How much this word counts among all of the query: the rarer, the more; all shares sum up to 1. */
  readonly share: number;
  readonly findings: readonly Finding[];
}

export interface ExplainedHit extends Pick<
  Hit,
  'kind' | 'file' | 'section' | 'line' | 'title' | 'date' | 'score'
> {
  readonly reasons: readonly Reason[];
  /** The score is the sum over the words times this: 1 where every word is there, less where some are missing. */
  readonly coverage: number;
}

export interface Explanation {
  readonly words: readonly Understood[];
  /** What every hit must be: `{ name: 'tag', value: 'docker' }`. */
  readonly filters: readonly { readonly name: string; readonly value: string }[];
  readonly faults: readonly QueryFault[];
  readonly hits: readonly ExplainedHit[];
  readonly total: number;
}
