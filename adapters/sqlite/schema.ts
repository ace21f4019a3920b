/** The tables of the index. A change here is a new `schemaVersion`, and every index is rebuilt by itself. */
import type { DatabaseSync } from 'node:sqlite';

/** 'meet': a file with another application id is not ours. */
export const applicationId = 0x6d656574;
const schemaVersion = 5;

/**
 * Terms arrive analysed: the tokenizer only cuts at spaces, so every sign that a term can have is part of a token; what
 * is not ASCII always is. Where a term stands within its column nobody asks, so it is not kept.
 * What is looked at for each match (passage) stands apart from what is only read of the best (body).
 * The cards that a file has of a kind are one row: their keys as one list, and what they say as another.
 */
const tables = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE file (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, shown TEXT NOT NULL, words TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    shown TEXT NOT NULL,
    kind TEXT NOT NULL,
    date TEXT
  );
  CREATE INDEX passage_file ON passage (file);
  CREATE INDEX passage_shown ON passage (shown);
  CREATE TABLE body (id INTEGER PRIMARY KEY, data TEXT NOT NULL);
  CREATE VIRTUAL TABLE search USING fts5 (
    text, context, keys,
    content = '', contentless_delete = 1, detail = column,
    tokenize = "ascii tokenchars '+#.:-'"
  );
  CREATE TABLE card (kind TEXT NOT NULL, file TEXT NOT NULL, keys TEXT NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (kind, file)) WITHOUT ROWID;
  CREATE INDEX card_file ON card (file);
  CREATE TABLE word (text TEXT PRIMARY KEY, sound TEXT NOT NULL, files INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX word_sound ON word (sound);
`;

const names = ['meta', 'file', 'passage', 'body', 'search', 'card', 'word'];

/** Makes the tables empty and anew unless they are those of `version` already. Safe beside another process. */
export function prepare(database: DatabaseSync, version: string): void {
  const full = `${schemaVersion} ${version}`;
  if (versionOf(database) === full) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    if (versionOf(database) !== full) rebuild(database, full);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function rebuild(database: DatabaseSync, version: string): void {
  for (const name of names) database.exec(`DROP TABLE IF EXISTS ${name}`);
  database.exec(tables);
  database.exec(`PRAGMA application_id = ${applicationId}`);
  database.prepare('INSERT INTO meta VALUES (?, ?)').run('version', version);
}

function versionOf(database: DatabaseSync): string | null {
  const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`).get();
  if (exists === undefined) return null;
  const row = database.prepare(`SELECT value FROM meta WHERE name = 'version'`).get();
  return row === undefined ? null : String(row['value']);
}
