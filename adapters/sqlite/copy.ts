/** Copies of the State's file: whether one is sound, and how a sound one is made, whoever is using the first. */
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { applicationId, busyTimeoutMs, newestVersion, numberOf, primaryCode } from './state-file.ts';

/** Why a file is no State that this version of the bot can read. */
export type Fault = 'unreadable' | 'foreign' | 'broken' | 'newer';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html. */
const faults: Readonly<Record<number, Fault>> = {
  3: 'unreadable', // PERM
  8: 'unreadable', // READONLY
  10: 'unreadable', // IOERR
  11: 'broken', // CORRUPT
  14: 'unreadable', // CANTOPEN
  26: 'foreign', // NOTADB
};

/** How a file is opened. */
type Open = (file: string) => DatabaseSync;

/** Somebody may be writing in it, or may have been killed while they were. */
export const inUse: Open = (file) => new DatabaseSync(file, { timeout: busyTimeoutMs });

/** Nobody is writing in it. It is not touched, and nothing is put beside it, unless it has a journal that is to be read. */
export function atRest(file: string): DatabaseSync {
  const url = pathToFileURL(file);
  if (!existsSync(`${file}-wal`)) url.searchParams.set('immutable', '1');
  return new DatabaseSync(url, { readOnly: true, timeout: busyTimeoutMs });
}

/** `null`: it is sound. */
export function faultOf(file: string, open: Open): Fault | null {
  try {
    return reading(file, open, examine);
  } catch (error) {
    const fault = faults[primaryCode(error)];
    if (fault === undefined) throw error;
    return fault;
  }
}

function examine(database: DatabaseSync): Fault | null {
  if (numberOf(database, 'application_id') !== applicationId) return 'foreign';
  if (numberOf(database, 'user_version') > newestVersion) return 'newer';
  const isSound = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] === 'ok';
  return isSound ? null : 'broken';
}

/** As the file is at one moment, what stands in its journal included. `to` must not be there; it is on the disk afterwards. */
export function copyTo(to: string, from: string, open: Open): void {
  reading(from, open, (database) => database.prepare('VACUUM INTO ?').run(to));
  toDisk(to);
}

export const countRecords = (file: string): number =>
  reading(file, atRest, (database) =>
    Number(database.prepare('SELECT count(*) AS records FROM record').get()?.['records']),
  );

/** A file, or a folder whose names have changed. */
export function toDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function reading<T>(file: string, open: Open, read: (database: DatabaseSync) => T): T {
  const database = open(file);
  try {
    return read(database);
  } finally {
    database.close();
  }
}
