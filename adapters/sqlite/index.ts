/** The index in one SQLite file (FTS5), for one folder of content. Two processes may share it. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { FiledCard, Index, IndexedFile } from '../../src/port.ts';
import { match } from './match.ts';
import { isBroken, moveAside, openIndex } from './open.ts';
import type { IndexFile } from './open.ts';

export type { IndexFile } from './open.ts';

type Row = Record<string, SQLOutputValue>;

/** The port, and what only the owner of the file may do. */
export interface SqliteIndex extends Index {
  close(): void;
}

/** Opens or makes the index at `path`. Another `version` than it was made with empties it. */
export function createSqliteIndex(file: IndexFile): SqliteIndex {
  let database = openIndex(file);

  /** A file that turns out to be broken while in use is replaced by an empty one; the next sync fills it. */
  const run = <T>(task: (open: DatabaseSync) => T): T => {
    try {
      return task(database);
    } catch (error) {
      if (!isBroken(error)) throw error;
      database.close();
      moveAside(file.path);
      database = openIndex(file);
      return task(database);
    }
  };

  return {
    state: async () => run(readState),
    put: async (change) => run((open) => write(open, change)),
    match: async (request) => run((open) => match(open, request)),
    list: async (kind) => run((open) => listCards(open, kind)),
    words: async (sounds) => run((open) => listWords(open, sounds)),
    close: () => database.close(),
  };
}

type State = Awaited<ReturnType<Index['state']>>;
type Change = Parameters<Index['put']>[0];

function readState(database: DatabaseSync): State {
  const rows = database.prepare('SELECT path, stamp FROM file ORDER BY path').all();
  const meta = database.prepare('SELECT value FROM meta WHERE name = ?');
  const changedAt = meta.get('changedAt')?.['value'];
  return {
    files: rows.map((row) => ({ path: String(row['path']), stamp: String(row['stamp']) })),
    changedAt: changedAt === undefined ? null : new Date(String(changedAt)),
    changes: Number(meta.get('changes')?.['value'] ?? 0),
  };
}

function listCards(database: DatabaseSync, kind: string): readonly FiledCard[] {
  const cards = database.prepare(
    `SELECT card.kind, card.key, card.data, card.file, file.shown
     FROM card JOIN file ON file.path = card.file WHERE card.kind = ? ORDER BY card.file, card.at`,
  );
  return cards.all(kind).map((row) => ({
    kind: String(row['kind']),
    key: String(row['key']),
    data: JSON.parse(String(row['data'])) as unknown,
    file: String(row['file']),
    shown: String(row['shown']),
  }));
}

function listWords(database: DatabaseSync, sounds: readonly string[] | undefined): readonly string[] {
  const rows: Row[] =
    sounds === undefined
      ? database.prepare('SELECT text FROM word ORDER BY text').all()
      : database
          .prepare('SELECT text FROM word WHERE sound IN (SELECT value FROM json_each(?)) ORDER BY text')
          .all(JSON.stringify(sounds));
  return rows.map((row) => String(row['text']));
}

function write(database: DatabaseSync, { gone, files, at }: Change): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const path of [...gone, ...files.map((file) => file.path)]) forget(database, path);
    for (const file of files) add(database, file);
    noteChange(database, at);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function noteChange(database: DatabaseSync, at: Date): void {
  database.prepare(`INSERT OR REPLACE INTO meta VALUES ('changedAt', ?)`).run(at.toISOString());
  database.exec(`INSERT INTO meta VALUES ('changes', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1`);
}

function forget(database: DatabaseSync, path: string): void {
  database.prepare('DELETE FROM search WHERE rowid IN (SELECT id FROM passage WHERE file = ?)').run(path);
  for (const [table, column] of [
    ['passage', 'file'],
    ['card', 'file'],
    ['file', 'path'],
  ])
    database.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(path);
}

function add(database: DatabaseSync, file: IndexedFile): void {
  database.prepare('INSERT INTO file VALUES (?, ?, ?)').run(file.path, file.stamp, file.shown);
  addPassages(database, file);
  const card = database.prepare('INSERT INTO card VALUES (?, ?, ?, ?, ?)');
  file.cards.forEach(({ kind, key, data }, at) => card.run(kind, file.path, at, key, JSON.stringify(data)));
  const word = database.prepare('INSERT OR IGNORE INTO word VALUES (?, ?)');
  for (const { text, sound } of file.words) word.run(text, sound);
}

function addPassages(database: DatabaseSync, { path, shown, passages }: IndexedFile): void {
  const passage = database.prepare(
    'INSERT INTO passage (file, shown, kind, date, data) VALUES (?, ?, ?, ?, ?)',
  );
  const search = database.prepare(
    'INSERT INTO search (rowid, name, text, context, net, keys) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { passage: data, terms } of passages) {
    const row = passage.run(path, shown, data.kind, data.date, JSON.stringify(data));
    const { name, text, context, net, keys } = terms;
    search.run(row.lastInsertRowid, name, text, context, net, keys);
  }
}
