/** Copies of the State's file: whether one is sound, and how a sound one is made, whoever is using the first. */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { applicationId, busyTimeoutMs, newestVersion, numberOf, primaryCode } from './state-file.ts';

/** Why a file is no State that this version of the bot can read. */
export type Fault = 'unreadable' | 'foreign' | 'broken' | 'newer';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html. */
const faults: Readonly<Record<number, Fault>> = {
  3: 'unreadable', // PERM
  8: 'unreadable', // READONLY
  10: 'broken', // IOERR
  11: 'broken', // CORRUPT
  14: 'unreadable', // CANTOPEN
  26: 'foreign', // NOTADB
};

/** `null`: it is sound. The file is only read. */
export function faultOf(file: string): Fault | null {
  try {
    return reading(file, examine);
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
export function copyTo(to: string, from: string): void {
  reading(from, (database) => database.prepare('VACUUM INTO ?').run(to));
  toDisk(to);
}

export const countRecords = (file: string): number =>
  reading(file, (database) =>
    Number(database.prepare('SELECT count(*) AS all_of_them FROM record').get()?.['all_of_them']),
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

function reading<T>(file: string, read: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
