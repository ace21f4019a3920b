/** Opens the file of an index. What is broken or not ours is moved aside, never overwritten: an index can be made again. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { applicationId, prepare } from './schema.ts';

/** How long to wait for another process that is writing. */
const busyTimeoutMs = 10_000;

/** Enough for the passages of a hundred thousand talks without their texts. */
const cacheKibibytes = 16_384;

/** Of 4 KiB, before they are copied to where they belong: a page that is written again meanwhile is copied once. */
const journalPages = 8192;

/** SQLITE_CORRUPT and SQLITE_NOTADB, https://www.sqlite.org/rescode.html. */
const brokenCodes: ReadonlySet<number> = new Set([11, 26]);

export const isBroken = (error: unknown): boolean =>
  Error.isError(error) &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  // The low byte is the primary code.
  brokenCodes.has(error.errcode & 0xff);

export interface IndexFile {
  readonly path: string;
  /** What makes another index of the same files: analyser, ICU. */
  readonly version: string;
}

export function openIndex(file: IndexFile): DatabaseSync {
  mkdirSync(dirname(file.path), { recursive: true });
  try {
    return tryOpen(file);
  } catch (error) {
    if (!isBroken(error)) throw error;
    moveAside(file.path);
    return tryOpen(file);
  }
}

function tryOpen({ path, version }: IndexFile): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    if (isForeign(database)) {
      database.close();
      moveAside(path);
      return tryOpen({ path, version });
    }
    // NORMAL: after a power cut the last batch may be missing; the next sync reads those files again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY');
    database.exec(`PRAGMA cache_size = -${cacheKibibytes}; PRAGMA wal_autocheckpoint = ${journalPages}`);
    database.exec('PRAGMA secure_delete = ON');
    prepare(database, version);
    return database;
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

function isForeign(database: DatabaseSync): boolean {
  const id = database.prepare('PRAGMA application_id').get()?.['application_id'];
  if (id === applicationId) return false;
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}

/** To the first free name; its journals belong to it and are of no use without it. */
export function moveAside(path: string): void {
  let number = 1;
  while (existsSync(`${path}.broken-${number}`)) number += 1;
  renameSync(path, `${path}.broken-${number}`);
  for (const journal of ['-wal', '-shm']) rmSync(path + journal, { force: true });
}
