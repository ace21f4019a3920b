/** Which events a search finds: values of one parameter are alternatives (of `keyword` all hold), several parameters all hold. */
import type { ConnpassEvent } from './event.ts';
import { isInPrefecture, prefectures } from './prefecture.ts';

/** A parameter has a value that it can not have. */
export class BadRequest extends Error {}

type Matches = (event: ConnpassEvent, values: readonly string[]) => boolean;

const textOf = (event: ConnpassEvent): string =>
  [event.title, event.catch, event.description, event.address].join('\n').toLowerCase();

const isOn =
  (digits: number): Matches =>
  ({ started_at: start }, values) =>
    start !== null && values.includes(start.replaceAll('-', '').slice(0, digits));

const filters: Readonly<Record<string, Matches>> = {
  event_id: ({ id }, values) => values.includes(String(id)),
  keyword: (event, values) => values.every((value) => textOf(event).includes(value.toLowerCase())),
  keyword_or: (event, values) => values.some((value) => textOf(event).includes(value.toLowerCase())),
  ym: isOn(6),
  ymd: isOn(8),
  owner_nickname: ({ owner_nickname: owner }, values) => owner !== null && values.includes(owner),
  group_id: ({ group }, values) => group !== null && values.includes(String(group.id)),
  subdomain: ({ group }, values) => values.includes(group?.subdomain ?? ''),
  prefecture: (event, values) => values.some((value) => isInPrefecture(event, value)),
};

const shapes: Readonly<Record<string, (value: string) => boolean>> = {
  event_id: (value) => /^\d+$/.test(value),
  group_id: (value) => /^\d+$/.test(value),
  ym: (value) => /^\d{4}(?:0[1-9]|1[0-2])$/.test(value),
  ymd: (value) => /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(value),
  prefecture: (value) => prefectures.has(value),
  order: (value) => /^[123]$/.test(value),
};

/** `name=a&name=b` and `name=a,b` say the same. */
function valuesOf(query: URLSearchParams, name: string): readonly string[] {
  const values = query.getAll(name).flatMap((value) => value.split(','));
  const bad = values.find((value) => shapes[name]?.(value) === false);
  if (bad !== undefined) throw new BadRequest(`${name}: ${bad}`);
  return values;
}

export function searched(events: readonly ConnpassEvent[], query: URLSearchParams): readonly ConnpassEvent[] {
  const asked = Object.entries(filters).map(([name, matches]) => ({
    matches,
    values: valuesOf(query, name),
  }));
  const found = events.filter((event) =>
    asked.every(({ matches, values }) => values.length === 0 || matches(event, values)),
  );
  return found.toSorted(orders[valuesOf(query, 'order')[0] ?? '1']);
}

const latest = (one: string | null, other: string | null): number => (other ?? '').localeCompare(one ?? '');

const orders: Readonly<Record<string, (one: ConnpassEvent, other: ConnpassEvent) => number>> = {
  1: (one, other) => latest(one.updated_at, other.updated_at),
  2: (one, other) => latest(one.started_at, other.started_at),
  3: (one, other) => other.id - one.id,
};

/** The part of a list that `start` and `count` ask for, with the numbers that come with it. */
export function pageOf<T>(
  all: readonly T[],
  query: URLSearchParams,
): { readonly part: readonly T[]; readonly numbers: object } {
  const start = numberIn(query, 'start', { least: 1, usual: 1 });
  const count = numberIn(query, 'count', { least: 1, most: 100, usual: 10 });
  const part = all.slice(start - 1, start - 1 + count);
  return {
    part,
    numbers: { results_returned: part.length, results_available: all.length, results_start: start },
  };
}

function numberIn(
  query: URLSearchParams,
  name: string,
  {
    least,
    most = Infinity,
    usual,
  }: { readonly least: number; readonly most?: number; readonly usual: number },
): number {
  const value = query.get(name) ?? String(usual);
  const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) throw new BadRequest(`${name}: ${value}`);
  return number;
}
