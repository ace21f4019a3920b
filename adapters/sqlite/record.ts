/** Records in a table: what may be one, and how it is read and written. */
import { Buffer } from 'node:buffer';
import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { StateChange, StateRecord } from '../../src/port.ts';

const longestName = 200;
const mostBytes = 256 * 1024;

/** `Records`, while nothing else is going on in the database. `put` is to run inside a transaction. */
export interface Rows {
  readonly get: (kind: string, key: string) => StateRecord | null;
  readonly list: (kind: string) => readonly StateRecord[];
  readonly put: (change: StateChange) => number | null;
}

export function rowsOf(database: DatabaseSync): Rows {
  const sql = statements(database);
  const get = (kind: string, key: string): StateRecord | null => {
    const row = sql.get.get(checked('kind', kind), checked('key', key));
    return row === undefined ? null : recordOf(row);
  };
  const put = ({ kind, key, version, value }: StateChange): number | null => {
    const written = value === null ? null : writtenValue(value);
    if ((get(kind, key)?.version ?? null) !== version) return null;
    const next = Number(sql.next.get()?.['last']);
    if (written === null) sql.remove.run(kind, key);
    else sql.save.run(kind, key, next, written);
    return next;
  };
  return { get, list: (kind) => sql.list.all(checked('kind', kind)).map(recordOf), put };
}

type Statement = 'get' | 'list' | 'next' | 'save' | 'remove';

const statements = (database: DatabaseSync): Readonly<Record<Statement, StatementSync>> => ({
  get: database.prepare('SELECT * FROM record WHERE kind = ? AND key = ?'),
  list: database.prepare('SELECT * FROM record WHERE kind = ? ORDER BY key'),
  next: database.prepare('UPDATE revision SET last = last + 1 RETURNING last'),
  save: database.prepare('INSERT OR REPLACE INTO record (kind, key, version, value) VALUES (?, ?, ?, ?)'),
  remove: database.prepare('DELETE FROM record WHERE kind = ? AND key = ?'),
});

const recordOf = (row: Record<string, SQLOutputValue>): StateRecord => ({
  kind: String(row['kind']),
  key: String(row['key']),
  version: Number(row['version']),
  value: JSON.parse(String(row['value'])) as unknown,
});

/** Half a character would be written as another one, and then two keys were the same; PostgreSQL knows no NUL. */
function checked(what: 'kind' | 'key', name: string): string {
  if (name.length < 1 || name.length > longestName)
    throw new RangeError(`a ${what} has 1 to ${longestName} characters, not ${name.length}`);
  if (!name.isWellFormed() || name.includes('\0'))
    throw new RangeError(`a ${what} is well-formed text without NUL`);
  return name;
}

/** What JSON has no words for would come back as something else, or as nothing. */
function writtenValue(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined || text === 'null') throw new TypeError('a value is plain data');
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) throw new RangeError(`a value has at most ${mostBytes} bytes, not ${bytes}`);
  return text;
}
