/** Keys of the cards of a kind. Most changes of a file leave them as they are: then they are not read again. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { IndexedFile, Use } from '../../src/port.ts';

const revisionOf = (kind: string): string => `keys of ${kind}`;

/** Notes which kinds will have other keys: what the files at `paths` have now is replaced by `files`. */
export function noteKeys(
  database: DatabaseSync,
  paths: readonly string[],
  files: readonly IndexedFile[],
): void {
  const rowsOf = database.prepare('SELECT kind, keys FROM card WHERE file = ?');
  const before = keysByKind(
    paths
      .flatMap((path) => rowsOf.all(path))
      .map((row) => ({ kind: String(row['kind']), keys: JSON.parse(String(row['keys'])) as string[] })),
  );
  const after = keysByKind(
    files.flatMap(({ cards }) => cards.map(({ kind, key }) => ({ kind, keys: [key] }))),
  );
  const note = database.prepare(
    'INSERT INTO meta VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
  );
  for (const kind of new Set([...before.keys(), ...after.keys()]))
    if (before.get(kind) !== after.get(kind)) note.run(revisionOf(kind));
}

interface Keyed {
  readonly kind: string;
  readonly keys: readonly string[];
}

/** All keys of each kind as one text: they are the same where the texts are. */
function keysByKind(cards: readonly Keyed[]): ReadonlyMap<string, string> {
  const kinds = Map.groupBy(cards, ({ kind }) => kind);
  return new Map(
    Array.from(kinds, ([kind, of]) => [kind, JSON.stringify(of.flatMap(({ keys }) => keys).toSorted())]),
  );
}

const distinct = `SELECT json_group_array(key) AS list FROM (
  SELECT DISTINCT value AS key FROM card, json_each(card.keys) WHERE card.kind = ?)`;

const uses = `SELECT json_group_array(json_object('key', key, 'count', count)) AS list FROM (
  SELECT value AS key, count(*) AS count FROM card, json_each(card.keys)
  WHERE card.kind = ? AND file NOT IN (SELECT path FROM file WHERE shown > ?) GROUP BY value)`;

/** How many of the cards that are shown on a day have which key. */
export const countUses = (database: DatabaseSync, kind: string, today: string): readonly Use[] =>
  JSON.parse(String(database.prepare(uses).get(kind, today)?.['list'])) as Use[];

/** Lists the keys of a kind, each once: the same list until one of them comes or goes. */
export function createKeys(): (database: DatabaseSync, kind: string) => readonly string[] {
  const kept = new Map<string, { readonly revision: SQLOutputValue; readonly keys: readonly string[] }>();
  return (database, kind) => {
    const row = database.prepare('SELECT value FROM meta WHERE name = ?').get(revisionOf(kind));
    const revision = row?.['value'] ?? null;
    const known = kept.get(kind);
    if (known?.revision === revision) return known.keys;
    const keys = JSON.parse(String(database.prepare(distinct).get(kind)?.['list'])) as string[];
    kept.set(kind, { revision, keys });
    return keys;
  };
}
