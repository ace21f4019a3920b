/** SQLite FTS5 with its own trigram tokenizer, ranked by bm25: the shortest way to search Japanese in a database. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import { boosts, documentsOf, searched } from './document.ts';
import type { Document } from './document.ts';
import type { Engine, EngineKind, Found, Query } from './engine.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS place (id INTEGER PRIMARY KEY, file TEXT, section TEXT, line INTEGER, year INTEGER);
  CREATE INDEX IF NOT EXISTS place_file ON place (file);
  CREATE VIRTUAL TABLE IF NOT EXISTS talk USING fts5 (${searched.join(', ')}, tokenize = 'trigram');
`;

const shortest = 3;
const weights = searched.map((field) => boosts[field]).join(', ');

/** Words of fewer than three letters have no trigram: they are looked for in every text. */
function sqlOf(short: readonly string[], hasLong: boolean): string {
  const anywhere = searched.join(` || ' ' || `);
  const wanted = [
    ...(hasLong ? ['talk MATCH :match'] : []),
    ...short.map((_, at) => `${anywhere} LIKE :short${at}`),
    '(:year IS NULL OR year = :year)',
  ];
  return `SELECT file, section, line FROM talk JOIN place ON place.id = talk.rowid
    WHERE ${wanted.join(' AND ')} ${hasLong ? `ORDER BY bm25(talk, ${weights})` : ''} LIMIT :limit`;
}

function find(database: DatabaseSync, { text, year }: Query, limit: number): readonly Found[] {
  const words = text.split(/[\s"]+/u).filter(Boolean);
  const long = words.filter((word) => Array.from(word).length >= shortest);
  const short = words.filter((word) => !long.includes(word));
  const match = long.map((word) => `"${word}"`).join(' ');
  const rows = database.prepare(sqlOf(short, long.length > 0)).all({
    ...(long.length > 0 ? { match } : {}),
    ...Object.fromEntries(short.map((word, at) => [`short${at}`, `%${word}%`])),
    year: year ?? null,
    limit,
  });
  return rows.map(found);
}

const found = (row: Record<string, SQLOutputValue>): Found => ({
  file: String(row['file']),
  section: String(row['section']),
  line: Number(row['line']),
});

type Statements = Readonly<Record<'place' | 'talk', StatementSync>>;

function insert({ place, talk }: Statements, document: Document): void {
  const { file, section, line, year } = document;
  const { lastInsertRowid: id } = place.run(file, section, line, year);
  talk.run(id, ...searched.map((field) => document[field]));
}

function within(database: DatabaseSync, task: () => void): void {
  database.exec('BEGIN');
  task();
  database.exec('COMMIT');
}

function open(folder: string): Engine {
  const database = new DatabaseSync(join(folder, 'index.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec(tables);
  const statements = {
    place: database.prepare('INSERT INTO place (file, section, line, year) VALUES (?, ?, ?, ?)'),
    talk: database.prepare('INSERT INTO talk (rowid, title, speakers, context, text) VALUES (?, ?, ?, ?, ?)'),
  };
  const add = (documents: readonly Document[]): void =>
    documents.forEach((document) => insert(statements, document));
  const forget = (file: string): void => {
    database.prepare('DELETE FROM talk WHERE rowid IN (SELECT id FROM place WHERE file = ?)').run(file);
    database.prepare('DELETE FROM place WHERE file = ?').run(file);
  };
  return {
    add: async (entries) => within(database, () => entries.forEach(({ report }) => add(documentsOf(report)))),
    change: async (before, after) =>
      within(database, () => {
        forget(before.path);
        add(documentsOf(after.report));
      }),
    search: async (query, limit) => find(database, query, limit),
    save: async () => database.close(),
  };
}

export const trigram: EngineKind = {
  name: 'FTS5 trigram',
  create: async (folder) => open(folder),
  open: async (folder) => open(folder),
};
