/** A search from its text to its hits: what was typed → candidates of the index → ranked, excerpted, named. */
import type { Hit, Index, Passage, SearchAnswer, SearchRequest, Settings } from '../port.ts';
import { withAliases } from './alias.ts';
import { excerptFor } from './excerpt.ts';
import { find } from './candidates.ts';
import type { Frame } from './candidates.ts';
import { labelsExpression } from './expression.ts';
import type { AddressOf } from './address.ts';
import { namesakes, shownSpeakers } from './people.ts';
import { veilFor } from './veil.ts';
import { readQuery } from './query.ts';
import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import { withVariants } from './variant.ts';
import type { Vocabulary } from './variant.ts';
import { suggestions } from './suggest.ts';
import { synonyms } from './synonym.ts';
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

/** Hits best first; what was wrong with the query is said beside them. Never throws for what was typed. */
export async function search(request: SearchRequest, ground: Ground): Promise<SearchAnswer> {
  const query = readQuery(request.text);
  const end = request.offset + request.limit;
  const { typed, words, ranked, total } = await findWords(query, ground, end);
  const naming: Naming = { excerpt: excerptFor(words), veil: veilFor(ground.settings.people) };
  const hits = ranked.slice(request.offset, end).map((each) => toHit(each, ground, naming));
  const suggestion = ranked.length === 0 ? await suggest(request.text, typed, ground) : null;
  return { hits, total, suggestion, faults: query.faults };
}

async function findWords(query: Query, ground: Ground, wanted: number) {
  const { index, settings } = ground;
  const typed = readWords(query.chunks);
  const names = settings.people.filter(({ hidden }) => !hidden).map((person) => person.names);
  const groups = [...settings.aliases, ...names, ...synonyms];
  const words = await withVariants(withAliases(typed, groups), ground.vocabulary);
  if (words.length === 0 && isEmpty(query)) return { typed, words, ranked: [], total: 0 };
  const frame = frameOf(query, ground);
  return { typed, words, ...(await find({ words, frame, index, veil: veilFor(settings.people) }, wanted)) };
}

/** The first of the suggestions that would find something. */
async function suggest(text: string, typed: readonly Word[], ground: Ground): Promise<string | null> {
  for (const suggestion of suggestions(text, typed, await ground.vocabulary.all())) {
    const { ranked } = await findWords(readQuery(suggestion), ground, 1);
    if (ranked.length > 0) return suggestion;
  }
  return null;
}

const isEmpty = ({ filter }: Query): boolean =>
  filter.labels.length === 0 && filter.from === null && filter.before === null && filter.kinds === null;

function frameOf({ filter }: Query, { settings, today }: Ground): Frame {
  const { from, before, kinds } = filter;
  const labels = filter.labels.map((wanted) => namesakes(wanted, settings.people));
  return { where: { all: labelsExpression(labels) }, from, before, kinds, today };
}

interface Naming {
  readonly excerpt: (passage: Passage) => Hit['excerpt'];
  readonly veil: (passage: Passage) => Passage;
}

function toHit({ passage, score }: Ranked, { settings, addressOf }: Ground, { excerpt, veil }: Naming): Hit {
  const { text: _text, tags: _tags, ...rest } = passage;
  return {
    ...rest,
    score,
    excerpt: excerpt(veil(passage)),
    speakers: shownSpeakers(passage.speakers, settings.people),
    url: addressOf(passage),
  };
}
