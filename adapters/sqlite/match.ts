/** The passages that a request is most likely about: which ones match, in what order, and what they say. */
import type { DatabaseSync } from 'node:sqlite';
import type { Expression, Matches, MatchRequest, Passage } from '../../src/port.ts';
import { toMatch } from './expression.ts';

/** At most so many passages are looked at; of a term that is in more, the latest. */
const scanLimit = 1000;

export function match(database: DatabaseSync, request: MatchRequest): Matches {
  const { where, limit, offset } = request;
  const all = idsOf(database, request, where);
  // Where all are asked for at once their order is of no use to anyone.
  const ids = all.length > limit ? promising(database, request, all) : all;
  return { passages: bodiesOf(database, ids.slice(offset, offset + limit)), total: ids.length };
}

/** So many have a preference: beyond that it tells too few from the others to be worth reading on. */
const preferLimit = 300;

/** Those that match more of what is preferred, a rare preference before a common one; then in the order of `all`. */
function promising(database: DatabaseSync, request: MatchRequest, all: readonly number[]): readonly number[] {
  const scores = new Map<number, number>();
  for (const preference of request.prefer) {
    const ids = idsOf(database, { ...request, scan: preferLimit }, preference);
    const worth = Math.log(1 + scanLimit / ids.length);
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + worth);
  }
  for (const id of all) scores.set(id, scores.get(id) ?? 0);
  const ordered = [...scores].toSorted(([, low], [, high]) => high - low);
  return ordered.slice(0, scanLimit).map(([id]) => id);
}

/** What is shown only later is next to nothing: it is listed once, rather than looked up for every match. */
const shownBy = (id: string): string => `${id} NOT IN (SELECT id FROM passage WHERE shown > :today)`;

/** Within the days and kinds that were asked for. */
const within = (kinds: number): string => `
  (:from IS NULL OR passage.date || '~' >= :from) AND (:before IS NULL OR passage.date < :before)
  ${kinds === 0 ? '' : `AND passage.kind IN (${Array.from({ length: kinds }, (_, at) => `:kind${at}`).join(', ')})`}`;

const byTerms = `
  SELECT rowid AS id FROM search WHERE search MATCH :query AND ${shownBy('rowid')}
  ORDER BY rowid DESC LIMIT :scan`;

const byTermsWithin = (kinds: number): string => `
  SELECT search.rowid AS id FROM search CROSS JOIN passage ON passage.id = search.rowid
  WHERE search MATCH :query AND ${shownBy('search.rowid')} AND ${within(kinds)}
  ORDER BY search.rowid DESC LIMIT :scan`;

/** Without a term the latest are the most promising. */
const latestWithin = (kinds: number): string => `
  SELECT id FROM passage WHERE ${shownBy('id')} AND ${within(kinds)} ORDER BY id DESC LIMIT :scan`;

/**
 * Backwards from the latest: as soon as there are enough the rest is not read. One row of all ids costs a third of a row
 * for each.
 */
function idsOf(database: DatabaseSync, request: MatchRequest, where: Expression): readonly number[] {
  const { today, from, before, kinds } = request;
  const query = toMatch(where);
  const scan = Math.min(request.scan ?? scanLimit, scanLimit);
  const wanted = kinds ?? [];
  const isWide = from === null && before === null && wanted.length === 0;
  const frame = isWide
    ? {}
    : { from, before, ...Object.fromEntries(wanted.map((kind, at) => [`kind${at}`, kind])) };
  const terms = isWide ? byTerms : byTermsWithin(wanted.length);
  const [sql, named] =
    query === null
      ? [latestWithin(wanted.length), { today, scan, from, before, ...frame }]
      : [terms, { query, today, scan, ...frame }];
  const row = database.prepare(`SELECT json_group_array(id) AS ids FROM (${sql})`).get(named);
  return JSON.parse(String(row?.['ids'])) as number[];
}

/** One row of all, as with the ids. */
const bodies = `
  SELECT '[' || group_concat(data) || ']' AS bodies FROM (
    SELECT body.data AS data FROM json_each(?) AS wanted JOIN body ON body.id = wanted.value ORDER BY wanted.key
  )`;

function bodiesOf(database: DatabaseSync, ids: readonly number[]): readonly Passage[] {
  const row = database.prepare(bodies).get(JSON.stringify(ids));
  return JSON.parse(String(row?.['bodies'] ?? '[]')) as Passage[];
}
