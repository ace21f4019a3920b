/** The passages that a request is most likely about: which ones match, in what order, and what they say. */
import type { DatabaseSync } from 'node:sqlite';
import type { Expression, Matches, MatchRequest, Passage } from '../../src/port.ts';
import { toMatch } from './expression.ts';

/** At most so many passages are looked at; of a term that is in more, those that were taken in last. */
const scanLimit = 1000;

export function match(database: DatabaseSync, request: MatchRequest): Matches {
  const { where, limit, offset } = request;
  const all = idsOf(database, request, where);
  // Where all are asked for at once their order is of no use to anyone.
  const ids = all.length > limit ? promising(database, request, all) : all;
  return { passages: bodiesOf(database, ids.slice(offset, offset + limit)), total: ids.length };
}

/** Those that match more of what is preferred, a rare preference before a common one; then in the order of `all`. */
function promising(database: DatabaseSync, request: MatchRequest, all: readonly number[]): readonly number[] {
  const scores = new Map<number, number>();
  for (const preference of request.prefer) {
    const ids = idsOf(database, request, preference);
    const worth = Math.log(1 + scanLimit / ids.length);
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + worth);
  }
  for (const id of all) scores.set(id, scores.get(id) ?? 0);
  const ordered = [...scores].toSorted(([, low], [, high]) => high - low);
  return ordered.slice(0, scanLimit).map(([id]) => id);
}

/** The passages that are shown and within the days and kinds that were asked for. */
const within = (kinds: number): string => `
  passage.shown <= :today
  AND (:from IS NULL OR passage.date || '~' >= :from) AND (:before IS NULL OR passage.date < :before)
  ${kinds === 0 ? '' : `AND passage.kind IN (${Array.from({ length: kinds }, (_, at) => `:kind${at}`).join(', ')})`}`;

/**
 * From the last that was taken in backwards: as soon as there are enough the rest is not read. One row of all ids costs
 * a third of a row for each, and sorting before they become one costs half of sorting within.
 */
const byTerms = (kinds: number): string => `
  SELECT json_group_array(id) AS ids FROM (SELECT id FROM (
    SELECT passage.id AS id, passage.date AS date FROM search CROSS JOIN passage ON passage.id = search.rowid
    WHERE search MATCH :query AND ${within(kinds)} ORDER BY search.rowid DESC LIMIT :scan
  ) ORDER BY date DESC, id)`;

/** Without a term the latest are the most promising. */
const byDate = (kinds: number): string => `
  SELECT json_group_array(id) AS ids FROM (
    SELECT id FROM passage WHERE ${within(kinds)} ORDER BY date DESC, id LIMIT :scan
  )`;

function idsOf(database: DatabaseSync, request: MatchRequest, where: Expression): readonly number[] {
  const kinds = request.kinds ?? [];
  const query = toMatch(where);
  const sql = query === null ? byDate(kinds.length) : byTerms(kinds.length);
  const row = database.prepare(sql).get({
    ...(query === null ? {} : { query }),
    today: request.today,
    scan: Math.min(request.scan ?? scanLimit, scanLimit),
    from: request.from,
    before: request.before,
    ...Object.fromEntries(kinds.map((kind, at) => [`kind${at}`, kind])),
  });
  return JSON.parse(String(row?.['ids'])) as number[];
}

function bodiesOf(database: DatabaseSync, ids: readonly number[]): readonly Passage[] {
  const body = database.prepare('SELECT data FROM body WHERE id = ?');
  return ids.map((id) => JSON.parse(String(body.get(id)?.['data'])) as Passage);
}
