/** A query asked of the index: what was typed → words in all their forms → hits in their order. */
import type { Index, Settings } from '../port.ts';
import type { AddressOf } from './address.ts';
import { withAliases } from './alias.ts';
import { find } from './candidates.ts';
import type { Found, Frame } from './candidates.ts';
import { labelsExpression } from './expression.ts';
import type { Vocabulary } from './lexicon.ts';
import { exactly, namesakes } from './people.ts';
import { readQuery } from './query.ts';
import type { Query } from './query.ts';
import { withRelativeDates } from './relative-date.ts';
import { synonyms } from './synonym.ts';
import { withVariants } from './variant.ts';
import { veilFor } from './veil.ts';
import { readWords } from './word.ts';
import type { Word } from './word.ts';

/** What a search stands on. */
export interface Ground {
  readonly index: Index;
  readonly vocabulary: Vocabulary;
  readonly settings: Settings;
  readonly addressOf: AddressOf;
  /** Local day of the community. */
  readonly today: string;
}

export interface Asked extends Found {
  readonly query: Query;
  /** The words alone, as they were typed. */
  readonly typed: readonly Word[];
  /** With all that they may be written as. */
  readonly words: readonly Word[];
}

/** At least `wanted` hits, if there are so many. */
export async function ask(text: string, ground: Ground, wanted: number): Promise<Asked> {
  const { index, settings } = ground;
  const query = readQuery(text);
  const typed = readWords(withRelativeDates(query.chunks, ground.today));
  const words = await withVariants(withAliases(typed, aliasesOf(settings)), ground.vocabulary);
  if (words.length === 0 && isEmpty(query)) return { query, typed, words, ranked: [], total: 0 };
  const search = { words, frame: await frameOf(query, ground), index, veil: veilFor(settings.people) };
  return { query, typed, words, ...(await find(search, wanted)) };
}

const aliasesOf = ({ aliases, people }: Settings) => ({
  things: [...aliases, ...synonyms],
  people: people.filter(({ hidden }) => !hidden).map(({ names }) => names),
});

const isEmpty = ({ filter }: Query): boolean =>
  filter.labels.length === 0 && filter.from === null && filter.before === null && filter.kinds === null;

async function frameOf({ filter }: Query, { index, settings, today }: Ground): Promise<Frame> {
  const { from, before, kinds } = filter;
  const wishes = await Promise.all(filter.labels.map((wanted) => exactly(wanted, index, today)));
  const labels = wishes.map((wanted) => namesakes(wanted, settings.people));
  return { where: { all: labelsExpression(labels) }, from, before, kinds, today };
}
