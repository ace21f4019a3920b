/** A search from its text to its hits: what was typed → candidates of the index → ranked, excerpted, named. */
import type { Hit, Index, MatchRequest, SearchAnswer, SearchRequest, Settings } from '../port.ts';
import { withAliases } from './alias.ts';
import { excerptFor } from './excerpt.ts';
import { labelsExpression, wordExpression } from './expression.ts';
import { addressOf } from './address.ts';
import { namesakes, shownSpeakers } from './people.ts';
import { readQuery } from './query.ts';
import type { Query } from './query.ts';
import { inOrder, rank } from './rank.ts';
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
  /** Local day of the community. */
  readonly today: string;
}

/** So many candidates are ranked; more have no chance to be read by anyone. */
const candidates = 200;

/** With more hits than this that have every word, those that have only some are not looked for. */
const plenty = 50;

/** Hits best first; what was wrong with the query is said beside them. Never throws for what was typed. */
export async function search(request: SearchRequest, ground: Ground): Promise<SearchAnswer> {
  const query = readQuery(request.text);
  const { typed, words, ranked } = await findWords(query, ground);
  const excerpt = excerptFor(words);
  const hits = ranked
    .slice(request.offset, request.offset + request.limit)
    .map((each) => toHit(each, ground, excerpt));
  const suggestion = ranked.length === 0 ? await suggest(request.text, typed, ground) : null;
  return { hits, total: ranked.length, suggestion, faults: query.faults };
}

async function findWords(query: Query, ground: Ground) {
  const typed = readWords(query.chunks);
  const { aliases, people } = ground.settings;
  const names = people.filter(({ hidden }) => !hidden).map((person) => person.names);
  const groups = [...aliases, ...names, ...synonyms];
  const words = await withVariants(withAliases(typed, groups), ground.vocabulary);
  return { typed, words, ranked: await find(words, query, ground) };
}

/** The first of the suggestions that would find something. */
async function suggest(text: string, typed: readonly Word[], ground: Ground): Promise<string | null> {
  for (const suggestion of suggestions(text, typed, await ground.vocabulary.all())) {
    const { ranked } = await findWords(readQuery(suggestion), ground);
    if (ranked.length > 0) return suggestion;
  }
  return null;
}

async function find(words: readonly Word[], query: Query, ground: Ground): Promise<readonly Ranked[]> {
  if (words.length === 0 && isEmpty(query)) return [];
  const base = requestOf(query, ground);
  const groups = words.map(wordExpression);
  const all = await ground.index.match(narrowed(base, groups));
  const ranked = rank(words, all);
  if (words.length < 2 || ranked.length >= plenty) return ranked;
  const some = await ground.index.match(narrowed(base, [{ any: groups }]));
  const known = new Set(all.map(({ id }) => id));
  return rank(words, [...all, ...some.filter(({ id }) => !known.has(id))]).toSorted(inOrder);
}

const isEmpty = ({ filter }: Query): boolean =>
  filter.labels.length === 0 && filter.from === null && filter.before === null && filter.kinds === null;

function requestOf({ filter }: Query, { settings, today }: Ground): MatchRequest {
  const { from, before, kinds } = filter;
  const labels = filter.labels.map((wanted) => namesakes(wanted, settings.people));
  return { where: { all: labelsExpression(labels) }, from, before, kinds, today, limit: candidates };
}

const narrowed = (request: MatchRequest, more: readonly MatchRequest['where'][]): MatchRequest => ({
  ...request,
  where: { all: [request.where, ...more] },
});

function toHit(
  { passage, score }: Ranked,
  { settings }: Ground,
  excerpt: ReturnType<typeof excerptFor>,
): Hit {
  const { text, tags: _tags, ...rest } = passage;
  return {
    ...rest,
    score,
    excerpt: excerpt(text),
    speakers: shownSpeakers(passage.speakers, settings.people),
    url: addressOf(settings.site, passage),
  };
}
