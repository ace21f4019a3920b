/** A backup of the State in one file, while a bot may be writing. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../src/error.ts';
import { atRest, copyTo, countRecords, faultOf, inUse, toDisk } from './copy.ts';
import type { Fault } from './copy.ts';
import { primaryCode } from './state-file.ts';

export interface Backup {
  readonly file: string;
  readonly records: number;
  readonly bytes: number;
}

/**
 * Writes what stands in the State at `path` to `file`, whole or not at all, and never over another. Throws UserError
 * `backup-exists`, `backup-none` (nothing is remembered yet), `backup-unwritable`, `state-broken` or `state-newer`.
 */
export function backUpState(path: string, file: string): Backup {
  if (existsSync(file)) throw new UserError('backup-exists', { file });
  requireSource(path);
  const part = `${file}.part-${process.pid}`;
  try {
    copyTo(part, path, inUse);
    const fault = faultOf(part, atRest);
    if (fault !== null) throw new Error(`the backup is ${fault}`);
    const made = { file, records: countRecords(part), bytes: statSync(part).size };
    renameSync(part, file);
    toDisk(dirname(file));
    return made;
  } catch (error) {
    throw isUnwritable(error) ? new UserError('backup-unwritable', { file }) : error;
  } finally {
    rmSync(part, { force: true });
  }
}

const sourceErrors: Readonly<Record<Fault, string>> = {
  unreadable: 'data-folder',
  foreign: 'state-broken',
  broken: 'state-broken',
  newer: 'state-newer',
};

function requireSource(path: string): void {
  if (!existsSync(path)) throw new UserError('backup-none', { file: path });
  const fault = faultOf(path, inUse);
  if (fault !== null) throw new UserError(sourceErrors[fault], { file: path, folder: dirname(path) });
}

/** READONLY, IOERR, FULL and CANTOPEN, https://www.sqlite.org/rescode.html. */
const unwritable: ReadonlySet<number> = new Set([8, 10, 13, 14]);

const isUnwritable = (error: unknown): boolean => unwritable.has(primaryCode(error));
