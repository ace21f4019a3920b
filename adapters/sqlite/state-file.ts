/** Opens the file of the State. It can not be made again, so what is wrong with it is said, and the file is left as it is. */
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../../src/error.ts';

/** 'msta': a database with another application id is not ours. */
export const applicationId = 0x6d737461;

/**
 * What makes each version of the schema from the one before. What stands here stays as it is: a change is one more step.
 * `revision` counts every change there ever was.
 */
const steps: readonly string[] = [
  `CREATE TABLE record (kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL,
     PRIMARY KEY (kind, key)) WITHOUT ROWID;
   CREATE TABLE revision (last INTEGER NOT NULL);
   INSERT INTO revision VALUES (0);
   PRAGMA application_id = ${applicationId};`,
];

/** Of the schema. A file with a higher one was made by a later version of the bot. */
export const newestVersion = steps.length;

/** Primary result codes of SQLite that people can do something about, https://www.sqlite.org/rescode.html. */
const mendable: Readonly<Record<number, string>> = {
  8: 'data-folder', // READONLY
  11: 'state-broken', // CORRUPT
  13: 'data-folder', // FULL
  14: 'data-folder', // CANTOPEN
  26: 'state-broken', // NOTADB
};

/** How long to wait for another process that looks into the file. */
export const busyTimeoutMs = 5_000;

/**
 * Opens or makes it; its folder must be there. Throws UserError `state-broken` (damaged, or not ours), `state-newer` (made
 * by a later version of the bot) or `data-folder` (can not be written).
 */
export function openStateFile(file: string): DatabaseSync {
  try {
    return tryOpen(file);
  } catch (error) {
    const code = mendable[primaryCode(error)];
    throw code === undefined ? error : new UserError(code, { file, folder: dirname(file) });
  }
}

/** The low byte of an error of SQLite; -1 for any other error. */
export const primaryCode = (error: unknown): number =>
  Error.isError(error) && 'errcode' in error ? Number(error.errcode) & 0xff : -1;

function tryOpen(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    requireSound(database, file);
    // FULL: what was written is there after a power cut. What was deleted is overwritten.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function requireSound(database: DatabaseSync, file: string): void {
  const id = numberOf(database, 'application_id');
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  const isSound = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  if (!isSound || !(isEmpty || id === applicationId)) throw new UserError('state-broken', { file });
}

/** All steps that are missing, or none. */
function migrate(database: DatabaseSync, file: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = numberOf(database, 'user_version');
    if (version > newestVersion) throw new UserError('state-newer', { file });
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${newestVersion}; COMMIT`);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

export const numberOf = (database: DatabaseSync, pragma: 'application_id' | 'user_version'): number =>
  Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
