/** Expressions in the language of FTS5. Each term is quoted: nothing that a person typed is ever syntax. */
import type { DatabaseSync } from 'node:sqlite';
import type { Expression, MatchRequest, Passage } from '../../src/port.ts';

/** In the order of the columns: name, text, context, net, keys. */
const weights = '8.0, 1.0, 1.0, 0.3, 0.0';

/** At most so many passages are scored; of a term that is in more, those that are called so, then the latest. */
const scanLimit = 3000;

/** What no passage matches. */
const nothing = '""';

/** An FTS5 query, https://www.sqlite.org/fts5.html#full_text_query_syntax; `null` if it asks for nothing in particular. */
export function toMatch(expression: Expression): string | null {
  if ('all' in expression) return joined(expression.all, ' AND ');
  if ('any' in expression) return joined(expression.any, ' OR ') ?? nothing;
  const term = `"${expression.term.replaceAll('\0', '').replaceAll('"', '""')}"`;
  const column = expression.in === undefined ? '' : `${expression.in} : `;
  return column + term + (expression.prefix === true ? ' *' : '');
}

function joined(parts: readonly Expression[], operator: string): string | null {
  const asked = parts.map(toMatch).filter((part) => part !== null);
  return asked.length === 0 ? null : `(${asked.join(operator)})`;
}

/** The passages that are shown and within the days and kinds that were asked for. */
const within = (kinds: number): string => `
  passage.shown <= :today
  AND (:from IS NULL OR passage.date || '~' >= :from) AND (:before IS NULL OR passage.date < :before)
  ${kinds === 0 ? '' : `AND passage.kind IN (${Array.from({ length: kinds }, (_, at) => `:kind${at}`).join(', ')})`}`;

/** Scored by how often and where they have the terms. */
const byTerms = (kinds: number): string => `
  SELECT passage.data FROM (
    SELECT id, score FROM (
      SELECT passage.id AS id, bm25(search, ${weights}) AS score
      FROM search CROSS JOIN passage ON passage.id = search.rowid
      WHERE search MATCH :query AND ${within(kinds)}
      ORDER BY search.rowid DESC LIMIT ${scanLimit}
    ) ORDER BY score, id LIMIT :limit
  ) AS best JOIN passage ON passage.id = best.id ORDER BY best.score, best.id`;

/** Without a term the latest are the most promising. */
const byDate = (kinds: number): string => `
  SELECT data FROM passage WHERE ${within(kinds)} ORDER BY date DESC, id LIMIT :limit`;

export function match(database: DatabaseSync, request: MatchRequest): readonly Passage[] {
  const kinds = request.kinds ?? [];
  const query = toMatch(request.where);
  const sql = query === null ? byDate(kinds.length) : byTerms(kinds.length);
  const rows = database.prepare(sql).all({
    ...(query === null ? {} : { query }),
    today: request.today,
    from: request.from,
    before: request.before,
    limit: request.limit,
    ...Object.fromEntries(kinds.map((kind, at) => [`kind${at}`, kind])),
  });
  return rows.map((row) => JSON.parse(String(row['data'])) as Passage);
}
