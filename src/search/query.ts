/** What a person typed: words, "phrases" and filters such as `tag:docker`. Any text is a query; none throws. */
import type { Hit, QueryFault } from '../port.ts';
import { firstDay, readDate } from './date.ts';
import { keyOf, speakerKey } from './key.ts';
import { fold } from './normalise.ts';

export const longestQuery = 200;
const mostTokens = 16;
export const longestToken = 64;

/** A stretch of the query between spaces, or between quotes; normalised. */
export interface Chunk {
  readonly text: string;
  readonly quoted: boolean;
  /** What it says of a date, told from today; see relative-date.ts. */
  readonly date?: string;
}

/** A label that every hit must have; `prefix`: the beginning of one. */
export interface Wanted {
  readonly kind: string;
  readonly key: string;
  readonly prefix: boolean;
}

/** What every hit must be, whatever its words. */
export interface Filter {
  readonly labels: readonly Wanted[];
  readonly from: string | null;
  readonly before: string | null;
  readonly kinds: readonly Hit['kind'][] | null;
}

export interface Query {
  readonly chunks: readonly Chunk[];
  readonly filter: Filter;
  readonly faults: readonly QueryFault[];
}

const noFilter: Filter = { labels: [], from: null, before: null, kinds: null };

const kinds: Readonly<Record<string, readonly Hit['kind'][]>> = {
  talk: ['talk'],
  section: ['section'],
  report: ['report'],
  event: ['event'],
};

/** What a filter's value asks for; `null` if it is not a value of that filter. */
const filters: Readonly<Record<string, (value: string) => Partial<Filter> | null>> = {
  tag: (value) => labelled({ kind: 'tag', key: keyOf(value), prefix: false }),
  speaker: (value) => labelled({ kind: 'speaker', key: speakerKey(value), prefix: true }),
  series: (value) => labelled({ kind: 'series', key: keyOf(value), prefix: true }),
  place: (value) => labelled({ kind: 'place', key: keyOf(value), prefix: true }),
  year: (value) => (/^\d{4}$/u.test(value) ? labelled({ kind: 'when', key: value, prefix: false }) : null),
  after: (value) => dated(value, (from) => ({ from })),
  before: (value) => dated(value, (before) => ({ before })),
  type: (value) => (kinds[value] === undefined ? null : { kinds: kinds[value] }),
};

const labelled = (wanted: Wanted): Partial<Filter> | null =>
  wanted.key === '' ? null : { labels: [wanted] };

function dated(value: string, filter: (day: string) => Partial<Filter>): Partial<Filter> | null {
  const date = readDate(value);
  return date === null ? null : filter(firstDay(date));
}

const known = Object.keys(filters).join('|');
/** `series:"docker meetup"`, `tag: docker`, `"a phrase"`, a word. A quote that is not closed ends with the text. */
export const tokens = new RegExp(
  String.raw`(?<![^\s])(?<name>${known}):\s*(?:"(?<quotedValue>[^"]*)"?|(?<value>[^\s"]*))|"(?<phrase>[^"]*)"?|(?<word>[^\s"]+)`,
  'gu',
);
/** Looks like a filter; `http://…`, `std::vector` and `localhost:3000` do not. */
const filterLike = /^(?<name>[a-z]{2,20}):(?![:/\d])./u;

/** Reads at most 200 characters, 16 tokens of 64 characters each. */
export function readQuery(text: string): Query {
  const characters = Array.from(text);
  const normal = fold(characters.slice(0, longestQuery).join('')).trim();
  const faults: QueryFault[] =
    characters.length > longestQuery ? [{ code: 'too-long', limit: longestQuery }] : [];
  const chunks: Chunk[] = [];
  let filter = noFilter;
  for (const { groups = {} } of [...normal.matchAll(tokens)].slice(0, mostTokens)) {
    const read = readToken(groups);
    if (read.chunk !== undefined && read.chunk.text !== '') chunks.push(read.chunk);
    if (read.fault !== undefined) faults.push(read.fault);
    if (read.filter !== undefined) filter = merge(filter, read.filter);
  }
  return { chunks, filter, faults };
}

interface Token {
  readonly chunk?: Chunk;
  readonly filter?: Partial<Filter>;
  readonly fault?: QueryFault;
}

function readToken(groups: Readonly<Record<string, string | undefined>>): Token {
  const name = groups['name'];
  if (name !== undefined) return readFilter(name, groups['quotedValue'] ?? groups['value'] ?? '');
  const phrase = groups['phrase'];
  if (phrase !== undefined) return { chunk: { text: cut(phrase).trim(), quoted: true } };
  const word = cut(groups['word'] ?? '');
  const chunk = { text: word, quoted: false };
  const unknown = filterLike.exec(word)?.groups?.['name'];
  return unknown === undefined ? { chunk } : { chunk, fault: { code: 'unknown-filter', name: unknown } };
}

function readFilter(name: string, raw: string): Token {
  const value = cut(raw).trim();
  const filter = filters[name]?.(value) ?? null;
  return filter === null ? { fault: { code: 'bad-value', name, value } } : { filter };
}

const cut = (token: string): string => Array.from(token).slice(0, longestToken).join('');

/** Filters narrow: of two days the stricter counts; of two kinds either will do. */
function merge(left: Filter, right: Partial<Filter>): Filter {
  const from = [left.from, right.from ?? null].filter((day) => day !== null).toSorted();
  const before = [left.before, right.before ?? null].filter((day) => day !== null).toSorted();
  const merged = [...(left.kinds ?? []), ...(right.kinds ?? [])];
  return {
    labels: [...left.labels, ...(right.labels ?? [])],
    from: from.at(-1) ?? null,
    before: before[0] ?? null,
    kinds: merged.length === 0 ? null : merged,
  };
}
