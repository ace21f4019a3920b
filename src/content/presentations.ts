/** What was shown at an event, as its page lists it → the talks that it belongs to. */
import type { PlannedTalk } from '../model.ts';
import type { Presentation } from '../port.ts';
import { lettersOf } from './letters.ts';
import { HONORIFIC } from './person-words.ts';

export interface Matched {
  /** For each talk, in the order of the talks. */
  readonly ofTalks: readonly (readonly Presentation[])[];
  /** What belongs to none of them, or could belong to several. */
  readonly others: readonly Presentation[];
}

/** A shorter title stands in many others. */
const SHORTEST = 4;

type Fits = (presentation: Presentation, talk: PlannedTalk) => boolean;

/** From the surest to the least sure. One that fits several talks leaves the choice to the next. */
const WAYS: readonly Fits[] = [
  ({ title }, talk) => lettersOf(title) !== '' && lettersOf(title) === lettersOf(talk.title),
  ({ title }, talk) => contains(lettersOf(title), lettersOf(talk.title)),
  ({ speaker }, { speakers }) =>
    speaker !== null &&
    personOf(speaker) !== '' &&
    speakers.some((each) => personOf(each) === personOf(speaker)),
];

/** Each presentation goes to one talk at most: by the same title, by a title within the other, by who spoke. */
export function matchPresentations(
  talks: readonly PlannedTalk[],
  presentations: readonly Presentation[],
): Matched {
  const owners = presentations.map((each) => ownerOf(each, talks));
  const of = (owner: number): readonly Presentation[] =>
    presentations.filter((_, index) => owners[index] === owner);
  return { ofTalks: talks.map((_, index) => of(index)), others: of(NOBODY) };
}

const NOBODY = -1;

/** Its place among the talks. */
function ownerOf(presentation: Presentation, talks: readonly PlannedTalk[]): number {
  for (const fits of WAYS) {
    const [first, ...more] = talks.flatMap((talk, index) => (fits(presentation, talk) ? [index] : []));
    if (first !== undefined && more.length === 0) return first;
  }
  return NOBODY;
}

const contains = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= SHORTEST && (one.includes(other) || other.includes(one));

const personOf = (name: string): string => lettersOf(name.trim().replace(HONORIFIC, ''));
