/** Puts a backup in the place of the State. At every moment there is one whole State: the one from before, or the new one. */
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../src/error.ts';
import type { State } from '../../src/port.ts';
import { atRest, copyTo, countRecords, faultOf, inUse, toDisk } from './copy.ts';
import { createSqliteState } from './state.ts';

export interface Restored {
  /** The backup. */
  readonly file: string;
  readonly records: number;
  /** Where the State from before is kept; `null`: there was none. */
  readonly aside: string | null;
}

interface Restoring {
  /** Of the State. No bot may be using it. */
  readonly path: string;
  /** Of the backup, which is only read. */
  readonly file: string;
  /** Writes down, in what is to be the State, that it was restored. */
  readonly note: (state: State) => Promise<void>;
}

/** Throws UserError `restore-FAULT` where the backup is not sound; the State is as it was then. */
export async function restoreState({ path, file, note }: Restoring): Promise<Restored> {
  const fault = faultOf(file, atRest);
  if (fault !== null) throw new UserError(`restore-${fault}`, { file });
  // Whatever a restore that was cut off has left.
  const part = `${path}.restoring`;
  removeDatabase(part);
  copyTo(part, file, atRest);
  await withState(part, note);
  const records = countRecords(part);
  toDisk(part);
  const aside = keepAside(path);
  renameSync(part, path);
  toDisk(dirname(path));
  removeDatabase(part);
  return { file, records, aside };
}

async function withState(path: string, note: Restoring['note']): Promise<void> {
  const state = createSqliteState(path);
  try {
    await note(state);
  } finally {
    await state.close();
  }
}

const journals = ['-wal', '-shm'] as const;

function removeDatabase(path: string): void {
  for (const suffix of ['', ...journals]) rmSync(path + suffix, { force: true });
}

/** A copy, so that what is there stays there until the new one takes its place. Its journal must not: it would be read into the new one. */
function keepAside(path: string): string | null {
  if (!existsSync(path)) {
    removeDatabase(path);
    return null;
  }
  foldJournal(path);
  const aside = freeName(`${path}.before-restore-`);
  copyFileSync(path, `${aside}.part`);
  toDisk(`${aside}.part`);
  renameSync(`${aside}.part`, aside);
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${aside}-wal`);
  rmSync(`${path}-shm`, { force: true });
  toDisk(dirname(path));
  return aside;
}

/** What is in the journal goes into the file. That of a broken one stays beside it. */
function foldJournal(path: string): void {
  try {
    const database = inUse(path);
    try {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
  } catch {
    // It is kept as it is.
  }
}

/** The next number: what was kept before is never overwritten. */
function freeName(start: string): string {
  const folder = dirname(start);
  const numbers = readdirSync(folder)
    .filter((name) => name.startsWith(basename(start)))
    .map((name) => Number.parseInt(name.slice(basename(start).length), 10));
  return join(folder, `${basename(start)}${Math.max(0, ...numbers.filter(Number.isInteger)) + 1}`);
}
