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
  const cardsOf = database.prepare('SELECT kind, key FROM card WHERE file = ?');
  const before = keysByKind(paths.flatMap((path) => cardsOf.all(path)));
  const after = keysByKind(files.flatMap(({ cards }) => cards));
  const note = database.prepare(
    'INSERT INTO meta VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
  );
  for (const kind of new Set([...before.keys(), ...after.keys()]))
    if (before.get(kind) !== after.get(kind)) note.run(revisionOf(kind));
}

interface Keyed {
  readonly kind: SQLOutputValue;
  readonly key: SQLOutputValue;
}

/** All keys of each kind as one text: they are the same where the texts are. */
function keysByKind(cards: readonly Partial<Keyed>[]): ReadonlyMap<string, string> {
  const kinds = Map.groupBy(cards, ({ kind }) => String(kind));
  return new Map(
    Array.from(kinds, ([kind, of]) => [kind, JSON.stringify(of.map(({ key }) => String(key)).toSorted())]),
  );
}

const distinct = 'SELECT json_group_array(key) AS list FROM (SELECT DISTINCT key FROM card WHERE kind = ?)';

const uses = `SELECT json_group_array(json_object('key', key, 'count', count)) AS list FROM (
  SELECT key, count(*) AS count FROM card
  WHERE kind = ? AND file NOT IN (SELECT path FROM file WHERE shown > ?) GROUP BY key)`;

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
