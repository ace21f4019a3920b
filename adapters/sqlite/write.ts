/** Takes files into the index and forgets them, all of a change or nothing. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Index, IndexedFile } from '../../src/port.ts';
import { writeCards } from './cards.ts';
import { noteKeys } from './keys.ts';
import { firstOf, numbering } from './number.ts';
import { takeBackWords, writeWords } from './words.ts';

type Change = Parameters<Index['put']>[0];

/** After fewer files than that the index is as quick as it was. */
const worthTidying = 500;

/**
 * FTS5 writes a piece for each transaction. So many of a kind it leaves as they are, and merges more: few, so that there is
 * little to look through, but none twice while a whole folder is read.
 * https://www.sqlite.org/fts5.html#the_automerge_configuration_option
 */
const pieces = { always: { automerge: 16, crisismerge: 16 }, amongMany: { automerge: 0, crisismerge: 400 } };

/** Writes one change after the other; what many of them left in pieces is put in order at the end of the last. */
export function createWriter(): (database: DatabaseSync, change: Change) => void {
  let untidy = 0;
  let kept: keyof typeof pieces | null = null;
  const keep = (database: DatabaseSync, which: keyof typeof pieces): void => {
    if (kept === which) return;
    for (const [option, count] of Object.entries(pieces[which]))
      database.exec(`INSERT INTO search (search, rank) VALUES ('${option}', ${count})`);
    kept = which;
  };
  return (database, change) => {
    keep(database, change.more === true ? 'amongMany' : 'always');
    write(database, change);
    untidy += change.files.length;
    if (change.more === true) return;
    // One piece instead of many: https://www.sqlite.org/fts5.html#the_optimize_command
    if (untidy >= worthTidying) database.exec(`INSERT INTO search (search) VALUES ('optimize')`);
    untidy = 0;
  };
}

function write(database: DatabaseSync, { gone, files, at }: Change): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const paths = [...gone, ...files.map(({ path }) => path)];
    noteKeys(database, paths, files);
    forget(database, paths);
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
  for (const { path, stamp, shown, words } of files)
    addFile.run(path, stamp, shown, JSON.stringify(words.map(({ text }) => text)));
  writeCards(database, files);
  addPassages(database, files);
}

type PassageStatements = Readonly<Record<'passage' | 'body' | 'search', StatementSync>>;

const passageStatements = (database: DatabaseSync): PassageStatements => ({
  passage: database.prepare('INSERT INTO passage VALUES (?, ?, ?, ?, ?)'),
  body: database.prepare('INSERT INTO body VALUES (?, ?)'),
  search: database.prepare('INSERT INTO search (rowid, text, context, keys) VALUES (?, ?, ?, ?)'),
});

/** In the order of their days: FTS5 begins a new piece whenever a number is lower than the one before. */
function addPassages(database: DatabaseSync, files: readonly IndexedFile[]): void {
  const statements = passageStatements(database);
  const next = numbering(database);
  const all = files.flatMap(({ path, shown, passages }) =>
    passages.map((each) => ({ path, shown, first: firstOf(each.passage.date), ...each })),
  );
  for (const { path, shown, first, passage, terms } of all.toSorted((a, b) => a.first - b.first)) {
    const id = next(first);
    statements.passage.run(id, path, shown, passage.kind, passage.date);
    statements.body.run(id, JSON.stringify(passage));
    statements.search.run(id, terms.text, terms.context, terms.keys);
  }
}
