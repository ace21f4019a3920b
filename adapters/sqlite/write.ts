/** Takes files into the index and forgets them, all of a change or nothing. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Index, IndexedFile } from '../../src/port.ts';
import { byDay, numbering } from './number.ts';
import { takeBackWords, writeWords } from './words.ts';

type Change = Parameters<Index['put']>[0];

export function write(database: DatabaseSync, { gone, files, at }: Change): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    forget(database, [...gone, ...files.map(({ path }) => path)]);
    add(database, files);
    writeWords(database, files);
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

/** In this order: what stands in `passage` says what to delete of the first two. */
const forgetting = [
  'DELETE FROM search WHERE rowid IN (SELECT id FROM passage WHERE file = ?)',
  'DELETE FROM body WHERE id IN (SELECT id FROM passage WHERE file = ?)',
  'DELETE FROM passage WHERE file = ?',
  'DELETE FROM card WHERE file = ?',
  'DELETE FROM file WHERE path = ?',
];

function forget(database: DatabaseSync, paths: readonly string[]): void {
  const isKnown = database.prepare('SELECT 1 FROM file WHERE path = ?');
  const known = paths.filter((path) => isKnown.get(path) !== undefined);
  if (known.length === 0) return;
  takeBackWords(database, known);
  const statements = forgetting.map((sql) => database.prepare(sql));
  for (const path of known) for (const statement of statements) statement.run(path);
}

function add(database: DatabaseSync, files: readonly IndexedFile[]): void {
  const addFile = database.prepare('INSERT INTO file VALUES (?, ?, ?, ?)');
  const addCard = database.prepare('INSERT INTO card VALUES (?, ?, ?, ?, ?)');
  for (const file of files) {
    const { path, stamp, shown, words, cards } = file;
    addFile.run(path, stamp, shown, JSON.stringify(words.map(({ text }) => text)));
    cards.forEach(({ kind, key, data }, at) => addCard.run(kind, path, at, key, JSON.stringify(data)));
  }
  addPassages(database, files);
}

type PassageStatements = Readonly<Record<'passage' | 'body' | 'search', StatementSync>>;

const passageStatements = (database: DatabaseSync): PassageStatements => ({
  passage: database.prepare('INSERT INTO passage VALUES (?, ?, ?, ?, ?)'),
  body: database.prepare('INSERT INTO body VALUES (?, ?)'),
  search: database.prepare('INSERT INTO search (rowid, text, context, keys) VALUES (?, ?, ?, ?)'),
});

function addPassages(database: DatabaseSync, files: readonly IndexedFile[]): void {
  const { passage: add, body, search } = passageStatements(database);
  const next = numbering(database);
  const all = files.flatMap(({ path, shown, passages }) =>
    passages.map((each) => ({ path, shown, ...each })),
  );
  for (const { path, shown, passage, terms } of all.toSorted((a, b) =>
    byDay(a.passage.date, b.passage.date),
  )) {
    const id = next(passage.date);
    add.run(id, path, shown, passage.kind, passage.date);
    body.run(id, JSON.stringify(passage));
    search.run(id, terms.text, terms.context, terms.keys);
  }
}
